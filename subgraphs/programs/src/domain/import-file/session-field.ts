/** What a session import looks for in a file's columns. */
export const SESSION_FIELDS = [
  'sessionId',
  'sessionType',
  'participantEmail',
  'volunteerEmail',
  'date',
  'durationMinutes',
  'rating',
  'feedbackText',
  'languageLevel',
] as const;

export type SessionField = (typeof SESSION_FIELDS)[number];

/** Without these columns no row could be accepted. */
export const REQUIRED_FIELDS = [
  'sessionId',
  'sessionType',
  'participantEmail',
  'date',
  'durationMinutes',
] as const satisfies SessionField[];

/** Which column (by name, as in `Dialect.columns`) holds which field. A field left out is not in the file. */
export type ColumnMapping = Readonly<Partial<Record<SessionField, string>>>;
