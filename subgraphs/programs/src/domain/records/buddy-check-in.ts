import { defineRecord, optional, required } from './define-record.ts';
import { matchFields, matchOf, withoutMatch } from './match-reference.ts';
import { name, pastInstant, prose, wholeWithin } from './record-cells.ts';
import { naturalKey } from './record-hash.ts';

/** A look at how a pair is doing. Without an id of its own, a pair is asked once at one time. */
export const buddyCheckIn = defineRecord({
  fields: {
    checkInId: optional(name, 'check_in_id', 'checkin id', 'id', 'номер опитування', 'oppfølgings-id'),
    ...matchFields,
    checkedAt: required(
      pastInstant,
      'checked_at',
      'check_in_date',
      'date of check-in',
      'checkin at',
      'completed at',
      'date',
      'дата опитування',
      'дата зустрічі',
      'дата',
      'oppfølgingsdato',
      'dato for oppfølging',
      'dato',
    ),
    mood: optional(
      wholeWithin(1, 5, 'BAD_MOOD'),
      'mood',
      'mood_rating',
      'wellbeing',
      'how are you',
      'настрій',
      'самопочуття',
      'humør',
      'stemning',
      'trivsel',
    ),
    note: optional(
      prose,
      'note',
      'notes',
      'comment',
      'answer',
      'примітка',
      'коментар',
      'відповідь',
      'merknad',
      'kommentar',
      'notat',
      'svar',
    ),
  },
  shape: (values) => {
    const match = matchOf(values);
    if (match === null) return withoutMatch;
    return {
      sourceId: values.checkInId ?? naturalKey(match.pairKey ?? match.sourceId, values.checkedAt),
      match,
      content: { checked_at: values.checkedAt, mood: values.mood, note: values.note },
    };
  },
});
