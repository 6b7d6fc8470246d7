import { createHash } from 'node:crypto';
import { describe, expect, it, test } from 'vitest';
import { ClueMatches, createHashLookup, type PersonClue } from './person-clues.ts';

const clue = (kind: PersonClue['kind'], value: string, more: Partial<PersonClue> = {}): PersonClue => ({
  kind,
  value,
  salt: '',
  systems: [],
  ...more,
});
const person = (id: string, shownId = id) => ({ id, shownId });
const hex = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('hex');

describe('who is meant', () => {
  const [first, second] = [clue('IDENTITY', 'one'), clue('EMAIL', 'olena@example.org')];

  it('is decided by the first clue that fits anybody', () => {
    const matches = new ClueMatches();
    matches.add(second, person('olena'));
    expect(matches.decide([first, second])).toBe('olena');
    matches.add(first, person('maria'));
    expect(matches.decide([first, second])).toBe('maria');
  });

  it('is nobody when a clue fits two, or none fits', () => {
    const matches = new ClueMatches();
    matches.add(first, person('olena'));
    matches.add(first, person('maria'));
    matches.add(second, person('olena'));
    expect(matches.decide([first, second])).toBeNull();
    expect(matches.decide([clue('EMAIL', 'nobody@example.org')])).toBeNull();
  });
});

test('people who were merged are one, under the id that the clue belongs to', () => {
  const identity = clue('IDENTITY', 'one');
  const matches = new ClueMatches();
  matches.add(identity, person('olena-2', 'olena'));
  matches.add(identity, person('olena', 'olena'));
  expect(matches.decide([identity])).toBe('olena-2');
});

test('hashed addresses are found with their salt, in upper case too, and with no other', () => {
  const salted = clue('EMAIL_SHA256', hex('sha256', 'olena@example.orgsea').toUpperCase(), { salt: 'sea' });
  const mailto = clue('MAILTO_SHA1', hex('sha1', 'mailto:maria@example.org'));
  const otherSalt = clue('EMAIL_SHA256', hex('sha256', 'maria@example.orgsea'), { salt: 'land' });
  const lookup = createHashLookup([salted, mailto, otherSalt]);
  expect(lookup('olena@example.org')).toEqual([salted]);
  expect(lookup('maria@example.org')).toEqual([mailto]);
  expect(lookup('anna@example.org')).toEqual([]);
});
