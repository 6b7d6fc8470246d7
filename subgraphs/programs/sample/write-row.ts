import type { SampleRow } from './dirty-rows.ts';
import { participantEmail, volunteerEmail } from './people.ts';
import type { Random } from './random.ts';
import type { SampleSession } from './sample-session.ts';

export const KINTELL_COLUMNS = [
  'session_id',
  'session_type',
  'participant_email',
  'volunteer_email',
  'date',
  'duration_min',
  'rating',
  'feedback_text',
  'language_level',
] as const;

/** A row's cells as a tidy program writes them: ISO dates, decimal points, bare addresses. */
export function writeTidyCells({ role, session }: SampleRow): string[] {
  return [
    session.id,
    KIND_NAMES[session.kind],
    role === 'withoutParticipant' ? '' : participantEmail(session.participant),
    role === 'withoutVolunteer' ? '' : volunteerEmail(session.volunteer),
    new Date(session.startedAt).toISOString().replace('.000Z', 'Z'),
    String(session.minutes),
    session.rating === null ? '' : String(session.rating),
    session.feedback,
    session.level ?? '',
  ];
}

/** A row's cells as exports have them: 01.03.2026 14:30, 52,5, ` Olena.Moroz@Example.org`, newlines, quotation marks, emoji. */
export function writeUntidyCells(row: SampleRow, random: Random): string[] {
  const [id = '', , participant = '', volunteer = '', , ...rest] = writeTidyCells(row);
  const { session } = row;
  return [
    id,
    random.chance(0.05) ? random.pick(OTHER_KIND_NAMES[session.kind]) : KIND_NAMES[session.kind],
    sloppyAddress(participant, random),
    sloppyAddress(volunteer, random),
    dottedDate(session.startedAt),
    String(session.minutes).replace('.', ','),
    String(session.rating ?? '').replace('.', ','),
    untidyFeedback(session.feedback, random),
    ...rest.slice(3),
  ];
}

const KIND_NAMES: Readonly<Record<SampleSession['kind'], string>> = {
  language: 'Language Connect',
  mentorship: 'Mentorship',
};

const OTHER_KIND_NAMES: Readonly<Record<SampleSession['kind'], readonly string[]>> = {
  language: ['language', 'LANGUAGE CONNECT', 'Språk', 'Мовна практика'],
  mentorship: ['mentor', 'Mentoring', 'Mentorskap', 'Менторство'],
};

function sloppyAddress(address: string, random: Random): string {
  if (address === '' || !random.chance(0.12)) return address;
  const capitals = address.replace(
    /(^|[.@])([a-z])/g,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
  return random.pick([capitals, address.toUpperCase(), ` ${address}`, `${capitals}  `]);
}

function dottedDate(instant: number): string {
  const iso = new Date(instant).toISOString();
  return `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)} ${iso.slice(11, 16)}`;
}

function untidyFeedback(text: string, random: Random): string {
  if (text === '') return '';
  const between = text.indexOf('. ');
  if (between > 0 && random.chance(0.3)) return `${text.slice(0, between + 1)}\r\n${text.slice(between + 2)}`;
  if (random.chance(0.04)) return `"${text}"`;
  return random.chance(0.08) ? `${text} ${random.pick(EMOJI)}` : text;
}

const EMOJI = ['😊', '🙏', '👍', '🇳🇴', '💙💛', '🎉', '😅', '👩‍💻'];
