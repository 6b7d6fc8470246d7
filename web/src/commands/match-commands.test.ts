import { expect, test } from 'vitest';
import type { Command } from './command.ts';
import { matchCommands } from './match-commands.ts';

const command = (label: string, words?: string): Command => ({
  id: label,
  label,
  icon: 'chart',
  run: () => undefined,
  ...(words === undefined ? {} : { words }),
});
const all = [
  command('Log volunteer hours'),
  command('Volunteer hours'),
  command('Люди'),
  command('Розгляд оцінок'),
  command('Économie', 'money'),
];
const found = (search: string) => matchCommands(all, search).map(({ label }) => label);

test('every word begins a word, in any order, and what begins with the first word leads', () => {
  expect(found('vol')).toEqual(['Volunteer hours', 'Log volunteer hours']);
  expect(found('hours log')).toEqual(['Log volunteer hours']);
  expect(found('olunteer')).toEqual([]);
});

test('Cyrillic keeps its letters: й is not и', () => {
  expect(found('люд')).toEqual(['Люди']);
  expect(found('оцін')).toEqual(['Розгляд оцінок']);
  expect(found('оцин')).toEqual([]);
});

test('accents and other words for it do not matter', () => {
  expect(found('econ')).toEqual(['Économie']);
  expect(found('money')).toEqual(['Économie']);
});

test('nothing typed is everything, in its own order', () => {
  expect(found(' ')).toHaveLength(all.length);
});
