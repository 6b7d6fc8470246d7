/**
 * The form of a text that every offset of an outcome score refers to: NFC, without characters that do not show.
 * Tag characters (U+E0000–E007F), zero-width and bidirectional controls, fillers and stray variation selectors carry
 * instructions or split words unseen, so they go, and so do control characters (PostgreSQL stores no NUL). A zero-width
 * joiner stays between two pictographs, where it makes one emoji.
 */
export function normaliseText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(UNSEEN, '')
    .replace(LOOSE_JOINER, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .trim();
}

/** Written as ranges in a string: in a literal, characters that combine with their neighbour look like a mistake. */
const UNSEEN = new RegExp(
  `[${[
    '\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F',
    '\\u00AD\\u061C\\u115F\\u1160\\u180E\\u200B\\u200C\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2069\\u3164',
    '\\uFE00-\\uFE0E\\uFEFF\\uFFA0\\uFFF9-\\uFFFB',
    '\\u{E0000}-\\u{E007F}\\u{E0100}-\\u{E01EF}',
  ].join('')}]`,
  'gu',
);
const LOOSE_JOINER =
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)\u200D|\u200D(?!\p{Extended_Pictographic})/gu;
