import { optional, required } from './define-record.ts';
import type { CourseReference } from './incoming-record.ts';
import { email, name } from './record-cells.ts';
import { naturalKey } from './record-hash.ts';

/** Who learned, and which course of which provider. */
export const courseFields = {
  participantEmail: required(
    { ...email, missing: 'MISSING_EMAIL' },
    'user_email',
    'participant_email',
    'learner email',
    'student email',
    'email address',
    'email',
    'електронна пошта учасника',
    'пошта учасника',
    'електронна пошта',
    'пошта',
    'deltaker e-post',
    'brukerens e-post',
    'e-postadresse',
    'e-post',
  ),
  provider: required(
    // Providers are told apart by name, and one export writes eCornell where another writes ecornell.
    { ...name, read: (cell, dialect) => name.read(cell, dialect)?.toLowerCase() ?? null },
    'provider',
    'course provider',
    'platform',
    'source',
    'постачальник',
    'провайдер',
    'платформа',
    'leverandør',
    'kursleverandør',
    'tilbyder',
    'plattform',
  ),
  courseId: required(
    name,
    'course_id',
    'course code',
    'course number',
    'course key',
    'код курсу',
    'ідентифікатор курсу',
    'номер курсу',
    'kurs-id',
    'kurskode',
    'kursnummer',
  ),
  courseName: optional(
    name,
    'course_name',
    'course title',
    'course',
    'title',
    'назва курсу',
    'курс',
    'kursnavn',
    'kurstittel',
    'kurs',
  ),
} as const;

interface CourseValues {
  readonly participantEmail: string;
  readonly provider: string;
  readonly courseId: string;
  readonly courseName: string | null;
}

/** Of what one person did in one course: sources give it no id of its own. */
export function courseKeyOf({ participantEmail, provider, courseId }: CourseValues): string {
  return naturalKey(participantEmail, provider, courseId);
}

export function courseOf({ provider, courseId, courseName }: Omit<CourseValues, 'participantEmail'>): CourseReference {
  return { provider, externalId: courseId, name: courseName ?? courseId };
}
