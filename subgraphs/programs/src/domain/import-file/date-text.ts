import type { DateFormat } from './dialect.ts';
import { type WallTime, wallTimeToUtc, zonedTimeToUtc } from './zoned-time.ts';

/**
 * Reads a date, with or without a time of day, as an instant in UTC (milliseconds since 1970), or `null` when it is none.
 * - Every form that can mean one thing only is read, whatever the file's format: `2026-03-01`, `01.03.2026 14:30`,
 *   `2026-03-01T14:30:00+02:00`. `01/03/2026` is read as the format says (day first unless it is `mm/dd/yyyy`).
 * - A time without a zone is taken in `timeZone`.
 * - A date without a time is 00:00 UTC in any zone: shifted by a zone, 1 March in Oslo would be counted in February.
 */
export function parseDateText(text: string, format: DateFormat, timeZone = 'UTC'): number | null {
  const match = YEAR_FIRST.exec(text) ?? YEAR_LAST.exec(text);
  if (match?.groups === undefined) return null;
  const wall = toWallTime(match.groups, format);
  if (!isReal(wall)) return null;
  const { hour, zone } = match.groups;
  if (hour === undefined) return wallTimeToUtc(wall);
  if (zone === undefined) return zonedTimeToUtc(wall, timeZone);
  return wallTimeToUtc(wall) - zoneOffset(zone);
}

/** The format that most of the cells that look like dates have; `iso` when none does. Day first when only 01/02/2026 decides. */
export function guessDateFormat(cells: readonly string[]): DateFormat {
  const votes = new Map<DateFormat, number>();
  let monthFirst = false;
  for (const cell of cells) {
    const groups = (YEAR_FIRST.exec(cell.trim()) ?? YEAR_LAST.exec(cell.trim()))?.groups;
    if (groups === undefined) continue;
    const format = formatOf(groups);
    votes.set(format, (votes.get(format) ?? 0) + 1);
    if (format === 'dd/mm/yyyy' && Number(groups.b) > 12) monthFirst = true;
  }
  const [winner] = [...votes].sort((one, other) => other[1] - one[1])[0] ?? ['iso' as const];
  return winner === 'dd/mm/yyyy' && monthFirst ? 'mm/dd/yyyy' : winner;
}

const TIME = String.raw`(?:(?<gap>[T ]|, ?)(?<hour>\d{1,2})[:.](?<minute>\d{2})(?:[:.](?<second>\d{2})(?:[.,]\d{1,9})?)? ?(?<zone>Z|[+-]\d{2}:?\d{2})?)?`;
const YEAR_FIRST = new RegExp(`^(?<year>\\d{4})(?<sign>[-/])(?<month>\\d{1,2})\\k<sign>(?<day>\\d{1,2})${TIME}$`);
const YEAR_LAST = new RegExp(`^(?<a>\\d{1,2})(?<sign>[-/.])(?<b>\\d{1,2})\\k<sign>(?<year>\\d{4})${TIME}$`);

type DateParts = Record<string, string | undefined>;

function formatOf(parts: DateParts): DateFormat {
  if (parts.a === undefined) {
    if (parts.sign === '/') return 'yyyy/mm/dd';
    return parts.hour === undefined ? 'yyyy-mm-dd' : 'iso';
  }
  if (parts.sign === '.') return 'dd.mm.yyyy';
  return parts.sign === '-' ? 'dd-mm-yyyy' : 'dd/mm/yyyy';
}

function toWallTime(parts: DateParts, format: DateFormat): WallTime {
  const monthFirst = parts.sign === '/' && format === 'mm/dd/yyyy';
  return {
    year: Number(parts.year),
    month: Number(parts.month ?? (monthFirst ? parts.a : parts.b)),
    day: Number(parts.day ?? (monthFirst ? parts.b : parts.a)),
    hour: Number(parts.hour ?? 0),
    minute: Number(parts.minute ?? 0),
    second: Number(parts.second ?? 0),
  };
}

/** Rules out 31 February, 25:00 and the years 1900 and 9999 that programs write for "unknown". */
function isReal(wall: WallTime): boolean {
  if (wall.year < 2000 || wall.year > 2100) return false;
  if (wall.hour > 23 || wall.minute > 59 || wall.second > 59 || wall.month < 1 || wall.month > 12) return false;
  return new Date(wallTimeToUtc(wall)).getUTCDate() === wall.day;
}

/** Milliseconds that a zone such as `Z`, `+02:00` or `-0330` is ahead of UTC. */
function zoneOffset(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}
