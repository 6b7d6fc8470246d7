import { readBody } from './envelope.ts';

/** By what partner systems know a person. */
export interface PersonNames {
  readonly addresses: readonly string[];
  /** Ids in other systems. */
  readonly externalIds: readonly string[];
}

/**
 * Whether a body names this person: one of the addresses anywhere in a text, or one of the ids as the whole value of a field
 * that holds ids. Compared without case, and after JSON's own ways to write a character.
 */
export function personFinder({ addresses, externalIds }: PersonNames): (body: string) => boolean {
  const wanted = addresses.map(folded).filter((address) => address !== '');
  const ids = new Set(externalIds.map(folded).filter((id) => id !== ''));
  const isNamed = (value: unknown, name: string): boolean => {
    if (Array.isArray(value)) return value.some((each) => isNamed(each, name));
    if (typeof value === 'object' && value !== null)
      return Object.entries(value).some(([key, each]) => holdsAddress(key) || isNamed(each, key));
    if (typeof value !== 'string' && typeof value !== 'number') return false;
    const text = String(value);
    return holdsAddress(text) || (isNameOfId(name) && ids.has(folded(text)));
  };
  const holdsAddress = (text: string): boolean => {
    const lower = folded(text);
    return wanted.some((address) => lower.includes(address));
  };
  return (body) => isNamed(readBody(body), '');
}

function isNameOfId(name: string): boolean {
  return /(^|_)(id|uuid|ref|number|key)$|I[dD]$/.test(name);
}

function folded(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}
