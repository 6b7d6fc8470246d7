import { courseFields, courseKeyOf, courseOf } from './course-fields.ts';
import { defineRecord, optional, required } from './define-record.ts';
import { name, numberWithin, pastInstant } from './record-cells.ts';

/** A course that somebody has completed. Files give it no id: a person completes a provider's course once. */
export const courseCompletion = defineRecord({
  fields: {
    ...courseFields,
    completedAt: required(
      pastInstant,
      'completed_at',
      'completion date',
      'date completed',
      'finished at',
      'completed on',
      'date',
      'дата завершення',
      'завершено',
      'дата',
      'fullført',
      'fullført dato',
      'dato fullført',
      'dato',
    ),
    finalScore: optional(
      numberWithin(0, 100, 'BAD_SCORE'),
      'final_score',
      'score',
      'final grade',
      'grade',
      'result',
      'підсумковий бал',
      'бал',
      'оцінка',
      'результат',
      'sluttresultat',
      'poengsum',
      'poeng',
      'karakter',
      'resultat',
    ),
    credentialRef: optional(
      name,
      'credential_ref',
      'credential reference',
      'certificate number',
      'certificate id',
      'certificate',
      'номер сертифіката',
      'сертифікат',
      'kursbevis',
      'bevisnummer',
      'sertifikat',
    ),
  },
  shape: (values) => ({
    sourceId: courseKeyOf(values),
    participantEmail: values.participantEmail,
    course: courseOf(values),
    content: {
      completed_at: values.completedAt,
      final_score: values.finalScore,
      credential_ref: values.credentialRef,
    },
  }),
});
