/** LIKE patterns for what begins with a text: an address or a name, and a later word of a name. Null when there is nothing to search. */
export function searchPatterns(
  search: string | null | undefined,
): { readonly beginning: string; readonly word: string } | null {
  // No name or address holds a control character, and the database takes no NUL.
  const wanted = (search ?? '')
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .toLowerCase();
  if (wanted === '') return null;
  const literal = wanted.replace(/[\\%_]/g, '\\$&');
  return { beginning: `${literal}%`, word: `% ${literal}%` };
}
