import { expect, test } from 'vitest';
import { readRule } from './read-rule.ts';

const good = `name: quiet
title: Quiet for a while
when:
  absence:
    of:
      - { event: session }
    for: 30 days
do:
  - set: quiet
`;

/** The text with one line in another's place, and what is said of it. */
function problemsOf(line: string, instead: string) {
  return readRule(good.replace(line, instead)).problems;
}

test('a rule in good order is read, with what it leaves out filled in', () => {
  expect(readRule(good).rule).toMatchObject({ name: 'quiet', enabled: true, priority: 100 });
});

test.each([
  ['a field that there is not', '  - set: quiet', '  - sett: quiet', { line: 9, column: 11, path: 'do.0.sett' }],
  ['a duration in months', 'for: 30 days', 'for: 1 month', { line: 7, column: 10, path: 'when.absence.for' }],
  [
    'an event that there is not',
    '{ event: session }',
    '{ event: lunch }',
    { line: 6, path: 'when.absence.of.0.event' },
  ],
  [
    'a filter that the event does not have',
    '{ event: session }',
    '{ event: session, mood: { atMost: 2 } }',
    { line: 6, path: 'when.absence.of.0.mood', message: 'An event of kind session has no mood.' },
  ],
  ['a name with capital letters', 'name: quiet', 'name: Quiet', { line: 1, column: 7, path: 'name' }],
  ['a missing condition', '  absence:', '  all:\n    []\n  any:', { line: 5, path: 'when.all' }],
])('%s is shown where it stands', (_, line, instead, place) => {
  expect(problemsOf(line, instead)).toContainEqual(expect.objectContaining(place));
});

test('what is not YAML is shown where it breaks', () => {
  expect(readRule('name: [quiet').problems).toMatchObject([{ line: 1 }]);
  expect(readRule('').problems).toMatchObject([{ path: '', line: 1, column: 1 }]);
});

test('two conditions side by side are refused: it would not be clear whether both or either must hold', () => {
  const both = good.replace('when:', 'when:\n  flag: { name: other }');
  expect(readRule(both).problems).toMatchObject([{ path: 'when', message: expect.stringMatching(/exactly one/) }]);
});

test.each(['Ask kari.nordmann@example.org', 'Ring +47 912 34 567'])('personal data are refused: %s', (title) => {
  expect(problemsOf('title: Quiet for a while', `title: ${title}`)).toMatchObject([{ path: 'title', line: 2 }]);
});

test('a text that is far too long, or full of aliases, is refused and not read', () => {
  expect(readRule(`${good}#${'x'.repeat(30_000)}`).problems).toHaveLength(1);
  const bomb = `a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n`;
  expect(readRule(bomb).problems?.length).toBeGreaterThan(0);
});
