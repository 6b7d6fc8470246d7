import { defineRecord, optional, required } from './define-record.ts';
import { matchFields, matchOf, withoutMatch } from './match-reference.ts';
import { name, numberWithin, pastInstant, prose } from './record-cells.ts';
import { naturalKey } from './record-hash.ts';

/** Something that a pair did together. Without an id of its own, a pair does one thing of a kind at one time. */
export const buddyEvent = defineRecord({
  fields: {
    eventId: optional(
      name,
      'event_id',
      'buddy event id',
      'activity id',
      'id',
      'номер події',
      'ідентифікатор події',
      'hendelses-id',
      'aktivitets-id',
    ),
    ...matchFields,
    eventType: required(
      name,
      'event_type',
      'type of event',
      'activity type',
      'activity',
      'event',
      'type',
      'kind',
      'тип події',
      'вид події',
      'подія',
      'активність',
      'тип',
      'hendelsestype',
      'aktivitetstype',
      'aktivitet',
      'hendelse',
      'type aktivitet',
    ),
    heldAt: required(
      pastInstant,
      'held_at',
      'event_date',
      'date of event',
      'occurred_at',
      'started at',
      'date',
      'дата події',
      'дата',
      'hendelsesdato',
      'aktivitetsdato',
      'dato',
    ),
    durationMinutes: optional(
      numberWithin(1, 1_440, 'BAD_DURATION'),
      'duration_min',
      'duration minutes',
      'duration',
      'minutes',
      'тривалість хв',
      'тривалість',
      'varighet min',
      'varighet',
      'minutter',
    ),
    note: optional(
      prose,
      'note',
      'notes',
      'description',
      'comment',
      'примітка',
      'опис',
      'коментар',
      'merknad',
      'beskrivelse',
      'kommentar',
      'notat',
    ),
  },
  shape: (values) => {
    const match = matchOf(values);
    if (match === null) return withoutMatch;
    const { eventType, heldAt } = values;
    return {
      sourceId: values.eventId ?? naturalKey(match.pairKey ?? match.sourceId, eventType, heldAt),
      match,
      content: { kind: eventType, held_at: heldAt, duration_minutes: values.durationMinutes, note: values.note },
    };
  },
});
