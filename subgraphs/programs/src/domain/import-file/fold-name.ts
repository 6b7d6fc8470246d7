/**
 * A name without case, spaces, punctuation and diacritics, for comparing what people type: `Språk-nivå` -> `sprakniva`.
 * ø folds to o and æ to ae, which Unicode does not decompose.
 * Cyrillic й and ї lose their marks too (`мовний` -> `мовнии`), on both sides of a comparison, so they still match.
 */
export function foldName(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
