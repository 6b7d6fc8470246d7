import { parseDateText } from './date-text.ts';
import { parseDecimal } from './decimal-text.ts';
import type { Dialect } from './dialect.ts';
import { foldName } from './fold-name.ts';
import { LANGUAGE_LEVELS, type LanguageLevel, type SessionKind } from './kintell-session.ts';
import { cut } from './row-issue.ts';
import { SESSION_KIND_SYNONYMS } from './session-synonyms.ts';

// Each reader takes a cell that is trimmed and not empty, and answers with `null` when the cell does not say what it should.

/** RFC 5321 allows 254 characters. Beyond "one @, a dot after it, no spaces" only a message sent could tell more. */
export function readEmail(cell: string): string | null {
  if (cell.length > 254 || cell.includes('\0') || !/^[^\s@,;<>"]+@[^\s@,;<>"]+$/.test(cell)) return null;
  const email = cell.normalize('NFC').toLowerCase();
  const domain = email.slice(email.indexOf('@') + 1);
  return domain.includes('.') && !domain.startsWith('.') && !domain.endsWith('.') ? email : null;
}

export function readSessionKind(cell: string): SessionKind | null {
  return KIND_BY_NAME.get(cell) ?? KIND_BY_NAME.get(foldName(cut(cell, 100))) ?? null;
}

/** ISO 8601 in UTC. */
export function readStart(cell: string, dialect: Dialect, timeZone: string | undefined): string | null {
  const instant = parseDateText(cell, dialect.dateFormat, timeZone);
  return instant === null ? null : new Date(instant).toISOString();
}

/** Minutes. Ten hours is longer than any session; more is a duration in seconds or a slip of the keyboard. */
export function readDuration(cell: string, dialect: Dialect): number | null {
  return within(parseDecimal(cell, dialect.decimalComma), 1, 600);
}

export function readRating(cell: string, dialect: Dialect): number | null {
  return within(parseDecimal(cell, dialect.decimalComma), 1, 5);
}

/** `b1`, `B1+`, `B1.2` and В1 typed on a Ukrainian keyboard are all B1. */
export function readLanguageLevel(cell: string): LanguageLevel | null {
  const latin = cell.toUpperCase().replace(/^[АВС]/, (letter) => LATIN_TWIN[letter] ?? letter);
  const level = /^([ABC][12])(?:\+|\.[12])?$/.exec(latin)?.[1];
  return LANGUAGE_LEVELS.find((known) => known === level) ?? null;
}

function within(value: number | null, least: number, most: number): number | null {
  return value !== null && value >= least && value <= most ? value : null;
}

/** Cyrillic letters that look like the Latin ones of a language level. */
const LATIN_TWIN: Record<string, string> = { А: 'A', В: 'B', С: 'C' };

/** Holds each name as written too, since nearly every row of an export writes it that way and folding is slow. */
const KIND_BY_NAME: ReadonlyMap<string, SessionKind> = new Map(
  (['language', 'mentorship'] as const).flatMap((kind) =>
    SESSION_KIND_SYNONYMS[kind].flatMap((name) => [[name, kind] as const, [foldName(name), kind] as const]),
  ),
);
