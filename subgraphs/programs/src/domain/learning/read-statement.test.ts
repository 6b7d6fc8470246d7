import { describe, expect, it, test } from 'vitest';
import { readStatement } from './read-statement.ts';

const statement = (more: object = {}) => ({
  id: '6690e6c9-3ef0-4ed3-8b37-7f3964730bee',
  actor: { mbox: 'mailto:Olena@Example.org' },
  verb: { id: 'http://adlnet.gov/expapi/verbs/completed' },
  object: {
    id: 'https://lms.example/courses/7',
    definition: { name: { nb: 'Kundeservice', 'en-GB': 'Customer service' } },
  },
  timestamp: '2026-03-02T10:00:00+01:00',
  ...more,
});
const progress = (value: unknown) => ({
  verb: { id: 'http://adlnet.gov/expapi/verbs/progressed' },
  result: { extensions: { 'https://w3id.org/xapi/cmi5/result/extensions/progress': value } },
});

describe('a statement', () => {
  it('of a completed course is a completion', () => {
    expect(readStatement(statement())).toEqual({
      kind: 'COMPLETED',
      externalId: '6690e6c9-3ef0-4ed3-8b37-7f3964730bee',
      clues: [{ kind: 'EMAIL', value: 'olena@example.org' }],
      course: { provider: 'xapi', externalId: 'https://lms.example/courses/7', name: 'Customer service' },
      occurredAt: '2026-03-02T09:00:00.000Z',
      progress: 100,
      score: null,
    });
  });

  it.each([
    [{ score: { scaled: 0.855 } }, 85.5],
    [{ score: { raw: 30, min: 10, max: 50 } }, 50],
    [{ score: { raw: 3 } }, null],
    [{ score: { scaled: -0.2 } }, 0],
  ])('of a passed course has the score of %j as %s', (result, score) => {
    const passed = statement({ verb: { id: 'http://adlnet.gov/expapi/verbs/passed' }, result });
    expect(readStatement(passed)).toMatchObject({ kind: 'COMPLETED', score });
  });

  it('of progress says how far', () => {
    expect(readStatement(statement(progress(40)))).toMatchObject({ kind: 'PROGRESSED', progress: 40 });
    expect(readStatement(statement(progress('much')))).toMatchObject({ kind: 'REJECTED' });
  });

  it('that completes something which is said not to be complete is progress', () => {
    const half = statement({
      result: { completion: false, extensions: { 'https://w3id.org/xapi/cmi5/result/extensions/progress': 60 } },
    });
    expect(readStatement(half)).toMatchObject({ kind: 'PROGRESSED', progress: 60 });
  });

  it('that voids another takes it back, by an id in any case', () => {
    const object = { objectType: 'StatementRef', id: 'E05AA883-ACAF-40AD-BF54-02C8CE485FB0' };
    const voiding = statement({ verb: { id: 'http://adlnet.gov/expapi/verbs/voided' }, object });
    expect(readStatement(voiding)).toEqual({ kind: 'WITHDRAWN', externalId: 'e05aa883-acaf-40ad-bf54-02c8ce485fb0' });
  });

  it('of anything else is passed over', () => {
    expect(readStatement(statement({ verb: { id: 'http://adlnet.gov/expapi/verbs/launched' } }))).toBeUndefined();
    expect(readStatement(statement({ object: { objectType: 'SubStatement', id: 'x' } }))).toBeUndefined();
  });

  it.each([
    ['nothing', undefined],
    ['no verb', {}],
    ['no id', statement({ id: undefined })],
    ['an id that is none', statement({ id: '7' })],
    ['a group', statement({ actor: { objectType: 'Group', mbox: 'mailto:all@example.org' } })],
    ['nobody', statement({ actor: {} })],
    ['no time', statement({ timestamp: undefined })],
  ])('with %s is rejected with a reason that repeats nothing of it', (_, value) => {
    const read = readStatement(value);
    expect(read).toMatchObject({ kind: 'REJECTED' });
    expect(JSON.stringify(read)).not.toContain('example.org');
  });
});

test('a person is known by hash or by account', () => {
  const sha1 = 'EBD31E95054C018B10727CCFFD2EF2EC3A016EE9';
  expect(readStatement(statement({ actor: { mbox_sha1sum: sha1 } }))).toMatchObject({
    clues: [{ kind: 'MAILTO_SHA1', value: sha1.toLowerCase() }],
  });
  const account = { homePage: 'https://lms.example/', name: 'olena-7' };
  expect(readStatement(statement({ actor: { account } }))).toMatchObject({
    clues: [{ kind: 'IDENTITY', value: 'olena-7', systems: ['https://lms.example/', 'lms.example'] }],
  });
});
