import { courseFields, courseKeyOf, courseOf } from './course-fields.ts';
import { defineRecord, optional, required } from './define-record.ts';
import { numberWithin, pastInstant } from './record-cells.ts';

/** How far somebody has come in a course, as its provider tells it between the beginning and the end. */
export const courseProgress = defineRecord({
  fields: {
    ...courseFields,
    progress: required(
      numberWithin(0, 100, 'BAD_PROGRESS'),
      'progress',
      'progress_percent',
      'completion_percentage',
      'percent_complete',
      'course_progress',
      'course_completion_percentage',
    ),
    progressedAt: optional(pastInstant, 'progressed_at', 'updated_at', 'last_activity_at', 'course_updated_at'),
  },
  shape: (values) => ({
    sourceId: courseKeyOf(values),
    participantEmail: values.participantEmail,
    course: courseOf(values),
    content: { progress: values.progress, progressed_at: values.progressedAt },
  }),
});

/** Which course of whom, and nothing else. */
export const coursePlace = defineRecord({
  fields: courseFields,
  shape: (values) => ({ sourceId: courseKeyOf(values), participantEmail: values.participantEmail, content: {} }),
});
