import { hash } from 'node:crypto';
import type { KintellSession } from '../import-file/kintell-session.ts';

/** 128 bits of SHA-256 over the normalised session, hexadecimal. Keys stand in a fixed order, so equal sessions hash alike. */
export function contentHash(session: KintellSession): string {
  const { kind, participantEmail, volunteerEmail, startedAt, durationMinutes, rating, feedbackText, languageLevel } =
    session;
  const content = JSON.stringify([
    kind,
    participantEmail,
    volunteerEmail,
    startedAt,
    durationMinutes,
    rating,
    feedbackText,
    languageLevel,
  ]);
  return hash('sha256', content, 'hex').slice(0, 32);
}
