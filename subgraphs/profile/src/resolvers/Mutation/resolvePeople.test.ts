import { randomUUID } from 'node:crypto';
import type { Subgraph } from '@teei/runtime/create-subgraph';
import { newId } from '@teei/runtime/id';
import { serviceViewer } from '@teei/runtime/viewer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../../../../../tests/src/test-platform.ts';
import { createProfile } from '../../main.ts';
import { toldEvents } from '../../testing/told-events.ts';

interface Person {
  readonly kind: 'PARTICIPANT' | 'VOLUNTEER';
  readonly email: string;
  readonly system: string;
  readonly displayName?: string;
}

interface Resolved {
  readonly kind: string;
  readonly email: string;
  readonly id: string;
  readonly created: boolean;
}

const operation = /* GraphQL */ `
  mutation ($people: [PersonToResolve!]!, $importId: ID) {
    resolvePeople(people: $people, importId: $importId) { kind email id created }
  }
`;

let test: TestPlatform;
let profile: Subgraph;
let companyId: string;

beforeAll(async () => {
  test = await startTestPlatform();
  profile = createProfile(test.platform);
});

afterAll(async () => {
  await profile.destroy();
  await test.close();
});

beforeEach(async () => {
  companyId = await test.addCompany('Acme');
});

function ask(people: readonly Person[], importId: string | null = null, company = companyId) {
  const viewer = serviceViewer('programs', company, 'internal:people');
  return profile.execute(
    { query: operation, variables: { people, importId } },
    { viewer, correlationId: randomUUID() },
  );
}

async function resolve(
  people: readonly Person[],
  importId: string | null = null,
  company = companyId,
): Promise<Resolved[]> {
  const { data, errors } = await ask(people, importId, company);
  expect(errors).toBeUndefined();
  return (data as { resolvePeople: Resolved[] }).resolvePeople;
}

const participant = (email: string, more: Partial<Person> = {}): Person => ({
  kind: 'PARTICIPANT',
  email,
  system: 'kintell',
  ...more,
});
const volunteer = (email: string): Person => ({ kind: 'VOLUNTEER', email, system: 'kintell' });
const created = (people: readonly Resolved[]) => people.filter((person) => person.created).length;

const events = () => toldEvents(test.sql, companyId);

describe('resolvePeople', () => {
  it('creates people with their identity, the import that brought them and an event each', async () => {
    const importId = newId();
    const [olena, kari] = await resolve([participant('olena@example.org'), volunteer('kari@example.org')], importId);
    expect([olena, kari]).toMatchObject([
      { kind: 'PARTICIPANT', email: 'olena@example.org', created: true },
      { kind: 'VOLUNTEER', email: 'kari@example.org', created: true },
    ]);
    const { rows } = await test.sql.query(
      `SELECT p.email, p.display_name, p.import_id, i.system, i.external_id, i.person_kind
       FROM profile.participant p JOIN profile.person_identity i ON i.person_id = p.id WHERE p.company_id = $1`,
      [companyId],
    );
    const identity = { system: 'kintell', external_id: 'olena@example.org', person_kind: 'PARTICIPANT' };
    expect(rows).toEqual([{ email: 'olena@example.org', display_name: null, import_id: importId, ...identity }]);
    expect(await events()).toEqual([
      { type: 'profile.participant.created', subject: olena?.id, data: { participantId: olena?.id, importId } },
      { type: 'profile.volunteer.created', subject: kari?.id, data: { volunteerId: kari?.id, importId } },
    ]);
  });

  it('finds the same people when asked again, and tells of nobody', async () => {
    const people = [participant('a@example.org'), participant('b@example.org'), volunteer('a@example.org')];
    const first = await resolve(people, newId());
    const again = await resolve(people, newId());
    expect(again.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
    expect([created(first), created(again)]).toEqual([3, 0]);
    expect(await events()).toHaveLength(3);
  });

  it('answers once for a person who is asked for several times, and keeps each system and the first name', async () => {
    const twice = [
      participant('a@example.org'),
      participant('a@example.org', { system: 'buddy', displayName: 'Anna' }),
    ];
    expect(await resolve(twice)).toHaveLength(1);
    const { rows } = await test.sql.query(
      `SELECT p.display_name, i.system FROM profile.participant p JOIN profile.person_identity i ON i.person_id = p.id
       WHERE p.company_id = $1 ORDER BY i.system`,
      [companyId],
    );
    expect(rows).toEqual([
      { display_name: 'Anna', system: 'buddy' },
      { display_name: 'Anna', system: 'kintell' },
    ]);
  });

  it('knows a person of one company as nobody in another', async () => {
    const other = await test.addCompany('Borealis');
    const [here] = await resolve([participant('a@example.org')]);
    const [there] = await resolve([participant('a@example.org')], null, other);
    expect(there?.created).toBe(true);
    expect(there?.id).not.toBe(here?.id);
  });

  it('gives callers at the same time the same people, in whatever order they ask', async () => {
    for (let round = 0; round < 3; round++) {
      const email = (n: number) => `p${n}@round${round}.example.org`;
      const people = Array.from({ length: 300 }, (_, n) => [participant(email(n)), volunteer(email(n))]).flat();
      const orders = Array.from({ length: 8 }, (_, n) =>
        [...people.slice(n * 60), ...people.slice(0, n * 60)].reverse(),
      );
      const answers = await Promise.all(orders.map((order) => resolve(order, newId())));
      const idsOf = (answer: readonly Resolved[]) =>
        new Map(answer.map(({ kind, email, id }) => [`${kind} ${email}`, id]));
      for (const answer of answers) expect(idsOf(answer)).toEqual(idsOf(answers[0] ?? []));
      expect(answers.reduce((sum, answer) => sum + created(answer), 0)).toBe(600);
      expect(await events()).toHaveLength(600 * (round + 1));
    }
  });

  it('takes 2,000 people in eight statements, and four for their 2,000 events', async () => {
    const statements: string[] = [];
    profile.parts.database.onStatement = (text) => void statements.push(text);
    const people = Array.from({ length: 1_000 }, (_, n) => [
      participant(`p${n}@example.org`),
      volunteer(`p${n}@example.org`),
    ]).flat();
    expect(created(await resolve(people))).toBe(2_000);
    profile.parts.database.onStatement = undefined;
    expect(statements.filter((text) => !text.includes('outbox'))).toHaveLength(8);
    expect(statements).toHaveLength(12);
  });

  it.each([
    ['more than 2,000 people', Array.from({ length: 2_001 }, (_, n) => participant(`p${n}@example.org`)), null],
    ['an address that is not in lower case', [participant('A@example.org')], null],
    ['an address that is not trimmed', [participant(' a@example.org')], null],
    ['no address', [participant('')], null],
    ['an import id that is none', [participant('a@example.org')], 'import 1'],
  ])('refuses %s and stores nothing', async (_, people, importId) => {
    const { errors } = await ask(people, importId);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(await events()).toEqual([]);
  });

  it('is closed to those who may not resolve people', async () => {
    const viewer = serviceViewer('programs', companyId);
    const variables = { people: [participant('a@example.org')] };
    const { data, errors } = await profile.execute({ query: operation, variables }, { viewer, correlationId: '1' });
    expect(data).toEqual({ resolvePeople: null });
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
  });
});
