import { type Refused, refused } from '@teei/runtime/refusal';
import { readEmail } from '../import-file/session-cells.ts';

/** As a file's rows: a day has 24 hours. */
export const mostHours = 24;
export const mostAtOnce = 100;

interface HoursOfADay {
  readonly hours: number;
  readonly activityDate: Date;
}

/** Hours that nobody can have given, or have given yet. Null when all is well. */
export function refuseHours({ hours, activityDate }: HoursOfADay, now: Date): Refused | null {
  if (!(hours >= 0.01 && hours <= mostHours)) {
    return refused(
      'HOURS_NOT_USABLE',
      'Nobody gives so many hours in a day.',
      'Give more than 0 and at most 24 hours.',
    );
  }
  // Whoever is furthest ahead of UTC has a day that begins 14 hours earlier.
  if (Number.isNaN(activityDate.getTime()) || activityDate.getTime() > now.getTime() + 14 * 3_600_000) {
    return refused('ACTIVITY_DATE_NOT_USABLE', 'That day is still to come.', 'Log hours once they have been given.');
  }
  if (activityDate.getUTCFullYear() < 1990) {
    return refused('ACTIVITY_DATE_NOT_USABLE', 'That day is too long ago.', 'Check the year.');
  }
  return null;
}

export function refuseReason(reason: string): Refused | null {
  return reason === '' || reason.length > 500 || reason.includes('\0')
    ? refused('REASON_NOT_USABLE', 'The reason is empty or too long.', 'Say why in at most 500 characters.')
    : null;
}

/** Undefined when the text is no address. */
export function volunteerAddress(text: string): string | undefined {
  return readEmail(text.trim()) ?? undefined;
}

/** Null for nothing; undefined when it is too long to be a name. */
export function shortText(text: string | null | undefined, longest = 200): string | null | undefined {
  const trimmed = text?.trim().normalize('NFC') ?? '';
  if (trimmed.length > longest || trimmed.includes('\0')) return undefined;
  return trimmed === '' ? null : trimmed;
}

interface Reviewed {
  readonly revision: number;
  readonly loggedBy: string | null;
}

/** Four eyes: whoever logged hours does not decide upon them. And what is decided upon is what was seen. */
export function refuseReview(activity: Reviewed | undefined, seenRevision: number, actor: string): Refused | null {
  if (!activity) {
    return refused('HOURS_NOT_FOUND', 'There are no such hours.', 'Look them up in the list of volunteer hours.');
  }
  if (activity.loggedBy === actor) {
    return refused('OWN_HOURS', 'You logged these hours yourself.', 'Ask another reviewer to decide.');
  }
  if (activity.revision !== seenRevision) {
    return refused('HOURS_CHANGED', 'These hours were changed meanwhile.', 'Look at them again, then decide.');
  }
  return null;
}
