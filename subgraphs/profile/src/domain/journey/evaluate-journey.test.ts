import { describe, expect, test } from 'vitest';
import { durationOf } from './duration.ts';
import { evaluateJourney } from './evaluate-journey.ts';
import type { EventKind, Fact, FactAttributes } from './fact.ts';
import { flagRing } from './order-rules.ts';
import { journeyRule } from './rule.ts';

const day = durationOf('1 day');
const rule = (name: string, when: object, actions: object[], more: object = {}) =>
  journeyRule.parse({ name, title: name, when, do: actions, ...more });
const revised = (...rules: ReturnType<typeof rule>[]) => rules.map((each) => ({ rule: each, revision: 1 }));

/** Facts on these days; day 0 is when the participant joined. */
function happened(kind: EventKind, ...days: readonly (readonly [number, FactAttributes] | number)[]): Fact[] {
  return days.map((each, index) => {
    const [at, attributes] = typeof each === 'number' ? [each, {}] : each;
    return { kind, sourceId: `${kind}-${index}`, eventId: `event-${index}`, at: at * day, attributes };
  });
}

function on(time: number, rules: ReturnType<typeof revised>, facts: readonly Fact[], language = 'uk') {
  const known = facts.filter(({ at }) => at <= time * day);
  return evaluateJourney(rules, { language, joinedAt: 0, facts: known }, time * day);
}

const flagsOn = (...args: Parameters<typeof on>) => on(...args).flags.map(({ name }) => name);

describe('each condition', () => {
  const sessions = { event: 'session' };
  const check = (when: object) => revised(rule('checked', when, [{ set: 'checked' }]));

  test('count within a time ends by itself when the first of them is too old', () => {
    const rules = check({ count: { of: sessions, atLeast: 2, within: '10 days' } });
    const facts = happened('session', 5, 9);
    expect([8, 9, 14.9, 15].map((time) => flagsOn(time, rules, facts).length)).toEqual([0, 1, 1, 0]);
    expect(on(10, rules, facts).dueAt).toBe(15 * day);
    expect(on(15, rules, facts).dueAt).toBe(Infinity);
  });

  test('count with a highest number holds from joining until there are more', () => {
    const rules = check({ count: { of: sessions, atMost: 1 } });
    const facts = happened('session', 5, 9);
    expect([0, 6, 9].map((time) => flagsOn(time, rules, facts).length)).toEqual([1, 1, 0]);
    expect(on(6, rules, facts).flags[0]?.since).toBe(0);
  });

  test.each([
    ['latest', 2, [0, 1, 0]],
    ['average', 3, [1, 1, 0]],
    ['lowest', 2, [0, 1, 1]],
    ['highest', 4, [1, 1, 0]],
    ['sum', 6, [1, 1, 0]],
  ] as const)('threshold on the %s', (measure, atMost, expected) => {
    const rules = check({ threshold: { of: { event: 'check_in' }, measure, value: 'mood', atMost } });
    const facts = happened('check_in', [1, { mood: 3 }], [2, { mood: 2 }], [3, { mood: 5 }]);
    expect([1, 2, 3].map((time) => flagsOn(time, rules, facts).length)).toEqual(expected);
  });

  test('threshold within a time says nothing when everything is too old', () => {
    const rules = check({
      threshold: { of: { event: 'check_in' }, measure: 'average', value: 'mood', atMost: 3, within: '5 days' },
    });
    const facts = happened('check_in', [1, { mood: 5 }], [4, { mood: 1 }]);
    // Both: 3. From day 6 on the second alone: 1. From day 9 on none.
    expect([3, 4, 6, 9].map((time) => flagsOn(time, rules, facts).length)).toEqual([0, 1, 1, 0]);
  });

  test('score leaves out what is less sure', () => {
    const rules = check({ score: { dimension: 'belonging', atLeast: 0.7, confidence: 0.6 } });
    const score = (level: number, confidence: number) => ({ dimension: 'belonging', score: level, confidence });
    const facts = happened('outcome', [1, score(0.9, 0.5)], [2, score(0.8, 0.9)], [3, score(0.2, 0.4)]);
    expect([1, 2, 3].map((time) => flagsOn(time, rules, facts).length)).toEqual([0, 1, 1]);
  });

  test('absence begins anew with every event', () => {
    const rules = check({ absence: { of: [sessions], for: '10 days' } });
    const facts = happened('session', 12);
    expect([9, 10, 12, 21, 22].map((time) => flagsOn(time, rules, facts).length)).toEqual([0, 1, 0, 0, 1]);
    expect(on(13, rules, facts).dueAt).toBe(22 * day);
  });

  test('profile looks at the language and at how long ago somebody joined', () => {
    const rules = check({ profile: { language: ['uk'], joinedFor: '3 days' } });
    expect([flagsOn(2, rules, []), flagsOn(3, rules, []), flagsOn(3, rules, [], 'no')]).toEqual([[], ['checked'], []]);
  });

  test('a flag of another rule, for a while, with its facts behind it', () => {
    const rules = revised(
      rule('later', { flag: { name: 'came', for: '7 days' } }, [{ set: 'later' }]),
      rule('came', { count: { of: sessions, atLeast: 1 } }, [{ set: 'came' }]),
    );
    const facts = happened('session', 2);
    expect(flagsOn(8, rules, facts)).toEqual(['came']);
    expect(on(9, rules, facts).flags).toMatchObject([
      { name: 'came' },
      { name: 'later', facts: ['session/session-0'] },
    ]);
  });

  test('all, any and not', () => {
    const one = { count: { of: sessions, atLeast: 1 } };
    const mood = { count: { of: { event: 'check_in' }, atLeast: 1 } };
    const facts = [...happened('session', 1), ...happened('check_in', 3)];
    const times = [0, 2, 3];
    const holds = (when: object) => times.map((time) => flagsOn(time, check(when), facts).length);
    expect(holds({ all: [one, mood] })).toEqual([0, 0, 1]);
    expect(holds({ any: [one, mood] })).toEqual([0, 1, 1]);
    expect(holds({ not: one })).toEqual([1, 0, 0]);
  });
});

describe('two rules on one flag', () => {
  const came = { count: { of: { event: 'session' }, atLeast: 1 } };
  const said = { count: { of: { event: 'check_in' }, atLeast: 1 } };
  const facts = [...happened('session', 1), ...happened('check_in', 3)];

  test('the higher priority decides while its condition holds', () => {
    const rules = revised(
      rule('aa', came, [{ set: 'seen' }], { priority: 10 }),
      rule('bb', said, [{ clear: 'seen' }], { priority: 20 }),
    );
    expect([2, 4].map((time) => flagsOn(time, rules, facts))).toEqual([['seen'], []]);
  });

  test('a lower clear changes nothing, and between equals clear decides', () => {
    const lower = revised(rule('aa', came, [{ set: 'seen' }]), rule('bb', said, [{ clear: 'seen' }], { priority: 1 }));
    const equal = revised(rule('aa', came, [{ set: 'seen' }]), rule('bb', said, [{ clear: 'seen' }]));
    expect([flagsOn(4, lower, facts), flagsOn(4, equal, facts)]).toEqual([['seen'], []]);
  });

  test('a flag that passes from one rule to another names the rule of now and is set since the first', () => {
    const rules = revised(rule('aa', came, [{ set: 'seen' }]), rule('bb', said, [{ set: 'seen' }], { priority: 200 }));
    expect(on(4, rules, facts).flags).toMatchObject([{ rule: 'bb', since: day, facts: ['check_in/check_in-0'] }]);
  });
});

test('a milestone stays reached when its condition holds no longer; a rule that is switched off does nothing', () => {
  const when = { count: { of: { event: 'session' }, atLeast: 1, within: '2 days' } };
  const facts = happened('session', 1);
  expect(on(9, revised(rule('aa', when, [{ milestone: 'first' }])), facts).milestones).toMatchObject([{ since: day }]);
  expect(on(9, revised(rule('aa', when, [{ milestone: 'first' }], { enabled: false })), facts).milestones).toEqual([]);
});

test('flags that wait for one another are found, however many stand between', () => {
  const waits = (flag: string, other: string) => rule(`set_${flag}`, { flag: { name: other } }, [{ set: flag }]);
  expect(flagRing([waits('aa', 'bb'), waits('bb', 'cc')])).toBeUndefined();
  const ring = [waits('aa', 'bb'), waits('bb', 'cc'), waits('cc', 'aa')];
  expect(flagRing(ring)).toEqual(['aa', 'bb', 'cc', 'aa']);
  expect(flagsOn(1, revised(...ring), [])).toEqual([]);
});
