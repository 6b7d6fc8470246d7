/** Something about one row that the person who uploaded the file should know. */
export interface RowIssue {
  /** 1-based line of the file where the row starts. */
  readonly line: number;
  /** The column's name in the file; empty when the issue is the row itself. */
  readonly column: string;
  /** The cell as written, cut to 80 characters. */
  readonly value: string;
  /** An error rejects the row; with a warning it is kept, without the value in question where there is no other way. */
  readonly level: 'error' | 'warning';
  readonly code: RowIssueCode;
  readonly remedy: string;
}

export function rowIssue(
  level: RowIssue['level'],
  code: RowIssueCode,
  place: Pick<RowIssue, 'line' | 'column' | 'value'>,
): RowIssue {
  const value = cut(place.value, 80);
  return { line: place.line, column: place.column, value, level, code, remedy: REMEDIES[code] };
}

/** The first `length` UTF-16 units of a text, one less where that would cut a character (an emoji) in two. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}

const REMEDIES = {
  WRONG_COLUMN_COUNT:
    'Give the row as many cells as the header has, and put quotation marks around a cell that holds the delimiter.',
  STRAY_QUOTE: 'Close the quotation mark that the cell opens, and write a quotation mark inside a cell twice ("").',
  UNCLOSED_QUOTE: 'Close the quotation mark that this row opens.',
  ROW_TOO_LONG: 'Shorten the row: a row may hold 64 KB.',
  TOO_MANY_ROWS: 'Split the file: rows from here on have not been read.',
  MISSING_SESSION_ID: 'Write the session id that Kintell gives the session.',
  BAD_SESSION_ID: 'Write the session id that Kintell gives the session; it has at most 200 characters.',
  MISSING_SESSION_TYPE: 'Write "Language Connect" or "Mentorship".',
  UNKNOWN_SESSION_TYPE: 'Write "Language Connect" or "Mentorship".',
  MISSING_EMAIL: 'Write the e-mail address with which the participant is registered.',
  MISSING_VOLUNTEER_EMAIL: 'Write the e-mail address of the volunteer, so that the hours are counted as theirs.',
  BAD_EMAIL: 'Write one e-mail address, such as name@example.com.',
  MISSING_DATE: 'Write the date of the session, such as 2026-03-01 or 01.03.2026 14:30.',
  BAD_DATE: 'Write a date of this century that exists, such as 2026-03-01 or 01.03.2026 14:30.',
  FUTURE_DATE: 'Check the date: the session lies in the future.',
  MISSING_DURATION: 'Write how many minutes the session lasted, such as 60 or 52.5.',
  BAD_DURATION: 'Write how many minutes the session lasted, from 1 to 600, as a plain number such as 60 or 52.5.',
  BAD_RATING: 'Write a rating from 1 to 5, or leave the cell empty.',
  UNKNOWN_LANGUAGE_LEVEL: 'Write A1, A2, B1, B2, C1 or C2, or leave the cell empty.',
  FEEDBACK_TOO_LONG: 'Shorten the feedback: only its first 4,000 characters have been kept.',
  UNREADABLE_CHARACTERS:
    'Save the file as UTF-8 and import it again: some characters of the feedback could not be read.',
  MISSING_VALUE: 'Fill in this cell: a row of this kind cannot be without it.',
  BAD_VALUE: 'Write a text of at most 200 characters.',
  TEXT_TOO_LONG: 'Shorten the text to at most 4,000 characters.',
  BAD_SCORE: 'Write a score from 0 to 100, such as 92.5, or leave the cell empty.',
  BAD_PROGRESS: 'Write how far the course is done, in percent from 0 to 100.',
  BAD_HOURS: 'Write how many hours were given, from 0.01 to 24, such as 4.5.',
  BAD_MOOD: 'Write a number from 1 (very bad) to 5 (very good), or leave the cell empty.',
  UNKNOWN_STATUS: 'Write active or ended.',
  UNKNOWN_AUTHOR: 'Write participant or volunteer.',
  BAD_URL: 'Write an address that begins with https:// or http://, or leave the cell empty.',
  MISSING_MATCH: 'Write the id of the match, or the e-mail addresses of both people.',
  MATCH_NOT_FOUND: 'Import the buddy match first: no match has this id or these two e-mail addresses.',
} satisfies Record<string, string>;

export type RowIssueCode = keyof typeof REMEDIES;
