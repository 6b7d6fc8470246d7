import { defineRecord, optional, required } from './define-record.ts';
import { matchFields, matchOf, withoutMatch } from './match-reference.ts';
import { name, numberWithin, oneOf, pastInstant, prose } from './record-cells.ts';
import { naturalKey } from './record-hash.ts';

const authors = {
  PARTICIPANT: ['participant', 'newcomer', 'mentee', 'учасник', 'учасниця', 'deltaker'],
  VOLUNTEER: ['volunteer', 'buddy', 'mentor', 'волонтер', 'волонтерка', 'бадді', 'frivillig'],
} as const;

/** What one of a pair wrote of it. Without an id of its own, one of a pair writes once at one time. */
export const buddyFeedback = defineRecord({
  fields: {
    feedbackId: optional(
      name,
      'feedback_id',
      'response id',
      'id',
      'номер відгуку',
      'ідентифікатор відгуку',
      'tilbakemeldings-id',
    ),
    ...matchFields,
    submittedAt: required(
      pastInstant,
      'submitted_at',
      'feedback_date',
      'date of feedback',
      'created at',
      'date',
      'дата відгуку',
      'дата',
      'dato for tilbakemelding',
      'innsendt',
      'dato',
    ),
    author: optional(
      oneOf(authors, 'UNKNOWN_AUTHOR'),
      'author',
      'author kind',
      'from',
      'written by',
      'role',
      'автор',
      'від кого',
      'роль',
      'forfatter',
      'fra',
      'skrevet av',
      'rolle',
    ),
    rating: optional(
      numberWithin(1, 5, 'BAD_RATING'),
      'rating',
      'score',
      'stars',
      'оцінка',
      'рейтинг',
      'бал',
      'vurdering',
      'poeng',
      'stjerner',
    ),
    feedbackText: required(
      prose,
      'feedback_text',
      'feedback',
      'comment',
      'comments',
      'text',
      'reflection',
      'відгук',
      'текст відгуку',
      'коментар',
      'текст',
      'tilbakemelding',
      'kommentar',
      'fritekst',
      'tekst',
    ),
  },
  shape: (values) => {
    const match = matchOf(values);
    if (match === null) return withoutMatch;
    // A form that does not ask who writes is the participants'.
    const author = values.author ?? 'PARTICIPANT';
    return {
      sourceId: values.feedbackId ?? naturalKey(match.pairKey ?? match.sourceId, author, values.submittedAt),
      match,
      content: {
        submitted_at: values.submittedAt,
        author_kind: author,
        rating: values.rating,
        text: values.feedbackText,
      },
    };
  },
});
