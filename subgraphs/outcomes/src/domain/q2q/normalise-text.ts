/**
 * The form of a text that every offset of an outcome score refers to: NFC, without characters that do not show.
 * Tag characters (U+E0000–E007F), zero-width and bidirectional controls carry instructions or split words unseen,
 * so they go. A zero-width joiner stays between two pictographs, where it makes one emoji.
 */
export function normaliseText(text: string): string {
  return text.normalize('NFC').replace(UNSEEN, '').replace(LOOSE_JOINER, '').replace(/\r\n?/g, '\n').trim();
}

const UNSEEN = /[\u00AD\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu;
const LOOSE_JOINER =
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)\u200D|\u200D(?!\p{Extended_Pictographic})/gu;
