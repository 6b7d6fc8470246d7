/** What a key means after the ones before it. `pending` is when `g` was pressed, in milliseconds; null when it was not. */
export function nextKey(key: string | null, pending: number | null, at: number): KeyStep {
  if (key === null) return { kind: 'none', pending: null };
  // A modifier on the way to a letter is no letter.
  if (key.length > 1) return { kind: 'none', pending };
  if (pending !== null && at - pending <= longestPause) return { kind: 'page', letter: key, pending: null };
  if (key === '?') return { kind: 'help', pending: null };
  return { kind: 'none', pending: key === 'g' ? at : null };
}

/** Works in fields too: no text is written with it. */
export function isPaletteKey({ key, code, ctrlKey, metaKey, altKey, shiftKey }: PressedKey): boolean {
  return (ctrlKey || metaKey) && !altKey && !shiftKey && (key.toLowerCase() === 'k' || code === 'KeyK');
}

const longestPause = 1500;

type KeyStep =
  | { readonly kind: 'none' | 'help'; readonly pending: number | null }
  | { readonly kind: 'page'; readonly letter: string; readonly pending: null };

type PressedKey = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;
