import { defineRecord, optional, required } from './define-record.ts';
import { pairFields } from './pair-fields.ts';
import { instant, name, oneOf, pastInstant } from './record-cells.ts';
import { naturalKey } from './record-hash.ts';

const statuses = {
  ACTIVE: [
    'active',
    'matched',
    'ongoing',
    'open',
    'accepted',
    'активна',
    'активний',
    'активно',
    'триває',
    'aktiv',
    'pågår',
    'pågående',
  ],
  ENDED: [
    'ended',
    'inactive',
    'closed',
    'completed',
    'finished',
    'cancelled',
    'завершена',
    'завершено',
    'закрита',
    'неактивна',
    'avsluttet',
    'inaktiv',
    'fullført',
    'lukket',
  ],
} as const;

const { participantEmail, buddyEmail, matchId } = pairFields;

/** A participant and a buddy who were brought together. Without an id of its own, a pair is matched once. */
export const buddyMatch = defineRecord({
  fields: {
    matchId: optional(name, ...matchId, 'id', 'ідентифікатор'),
    participantEmail: required(participantEmail.rule, ...participantEmail.names),
    buddyEmail: required(buddyEmail.rule, ...buddyEmail.names),
    matchedAt: required(
      pastInstant,
      'matched_at',
      'match date',
      'matched on',
      'date matched',
      'start date',
      'date',
      'дата створення пари',
      'дата початку',
      'дата',
      'koblet dato',
      'matchet dato',
      'startdato',
      'dato',
    ),
    endedAt: optional(
      instant,
      'ended_at',
      'end date',
      'closed at',
      'дата завершення',
      'кінець',
      'sluttdato',
      'avsluttet dato',
    ),
    status: optional(
      oneOf(statuses, 'UNKNOWN_STATUS'),
      'status',
      'match status',
      'state',
      'статус',
      'стан',
      'tilstand',
    ),
    language: optional(
      name,
      'language',
      'languages',
      'common language',
      'мова',
      'спільна мова',
      'språk',
      'felles språk',
    ),
    interests: optional(
      name,
      'interests',
      'common interests',
      'hobbies',
      'інтереси',
      'спільні інтереси',
      'захоплення',
      'interesser',
      'felles interesser',
      'hobbyer',
    ),
    location: optional(name, 'location', 'place', 'city', 'місце', 'місто', 'локація', 'sted', 'by'),
  },
  shape: (values) => ({
    sourceId: values.matchId ?? pairKeyOf(values.participantEmail, values.buddyEmail),
    participantEmail: values.participantEmail,
    volunteerEmail: values.buddyEmail,
    content: {
      pair_key: pairKeyOf(values.participantEmail, values.buddyEmail),
      status: values.status ?? (values.endedAt === null ? 'ACTIVE' : 'ENDED'),
      matched_at: values.matchedAt,
      ended_at: values.endedAt,
      language: values.language,
      interests: values.interests,
      location: values.location,
    },
  }),
});

/** By which the events, check-ins and feedback of a pair find their match. */
export function pairKeyOf(participant: string, buddy: string): string {
  return naturalKey(participant, buddy);
}
