import { createHash } from 'node:crypto';

/**
 * Remembers which source ids a dry run has met and with what content, in some 50 bytes a row: ids and hashes are kept as
 * 52-bit numbers. Among a million rows two ids collide with a chance of about one in ten thousand, and then one count of
 * the forecast is off by one; the run itself does not use this.
 */
export class SeenRows {
  readonly #hashes = new Map<number, number>();

  /** Whether the id is new, known with other content, or known with the same. The newest content is kept. */
  note(sourceId: string, contentHash: string): 'new' | 'changed' | 'same' {
    const key = Number.parseInt(createHash('sha1').update(sourceId).digest('hex').slice(0, 13), 16);
    const value = Number.parseInt(contentHash.slice(0, 13), 16);
    const known = this.#hashes.get(key);
    if (known === value) return 'same';
    this.#hashes.set(key, value);
    return known === undefined ? 'new' : 'changed';
  }
}
