import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { follow } from './follow.ts';
import { type Company, startTestStack, type TestStack } from './with-stack.ts';

// What a company's members ask in operations of their own is paid from the company's day.

const daily = 40;
const query = '{ participants(first: 10) { nodes { id } } }';

let platform: TestStack;
let company: Company;

beforeAll(async () => {
  platform = await startTestStack({}, { queryUnits: daily });
  company = await platform.addCompany('Spending');
});
afterAll(() => platform?.close());

interface Charged {
  readonly data: unknown;
  readonly extensions?: {
    readonly cost: { readonly units: number; readonly spentToday: number; readonly unitsPerDay: number };
  };
}

test('who is not to ask in their own words is refused within a second, and is not held back from what is registered', async () => {
  const admin = await platform.administrator(await platform.addCompany('Silent'));
  const set = (percentage: number) =>
    admin.send({
      query: registered('SetCompanyFeature').body,
      variables: { input: { feature: 'OWN_OPERATIONS', percentage } },
    });
  const codeOf = async () => {
    const answer = (await (await admin.send({ query: '{ __typename }' })).json()) as {
      errors?: { extensions: { code: string } }[];
    };
    return answer.errors?.[0]?.extensions.code;
  };
  expect(await codeOf()).toBeUndefined();
  expect((await set(0)).status).toBe(200);
  await expect.poll(codeOf, { timeout: 1_500 }).toBe('OWN_OPERATIONS_OFF');
  const socket = admin.socket();
  const followed = follow(socket, '{ __typename }');
  expect(JSON.stringify(await followed.ended.catch((refused: unknown) => refused))).toContain('OWN_OPERATIONS_OFF');
  await socket.dispose();
  expect((await set(100)).status).toBe(200);
  await expect.poll(codeOf, { timeout: 1_500 }).toBeUndefined();
});

test('an answer says what it cost and what is spent of the day; the schema costs nothing', async () => {
  const admin = await platform.administrator(company);
  const ask = async (text: string) => (await (await admin.send({ query: text })).json()) as Charged;
  const { data, extensions } = await ask(query);
  expect(data).toEqual({ participants: { nodes: [] } });
  const units = extensions?.cost.units ?? 0;
  expect(units).toBeGreaterThan(10);
  expect(extensions).toEqual({ cost: { units, spentToday: units, unitsPerDay: daily } });
  expect((await ask('{ __schema { queryType { name } } }')).extensions).toBeUndefined();
});

test('what the cockpit has registered costs nothing', async () => {
  const admin = await platform.administrator(company);
  const before = await spent();
  const { id, body } = registered('Dashboard');
  // The cockpit itself sends texts.
  for (const request of [{ documentId: `sha256:${id}` }, { query: body }]) {
    const answer = await (await admin.send(request)).json();
    expect(answer).toMatchObject({ data: { viewer: expect.anything() } });
    expect(answer).not.toHaveProperty('extensions');
  }
  expect(await spent()).toBe(before);
});

test('of many at once only as many are answered as the day has units for; the others are told when to come back', async () => {
  const admin = await platform.administrator(company);
  const before = await spent();
  const asked = Array.from({ length: 12 }, (_, n) => admin.send({ query: `# ${n}\n${query}` }));
  const answers = await Promise.all(asked);
  const bodies = await Promise.all(answers.map((answer) => answer.json() as Promise<Charged>));
  const answered = bodies.filter(({ data }) => data);
  const units = answered[0]?.extensions?.cost.units ?? 0;
  expect(await spent()).toBe(before + answered.length * units);
  expect(answered).toHaveLength(Math.floor((daily - before) / units));
  const refused = answers.find((_, n) => !bodies[n]?.data);
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(bodies.find(({ data }) => !data)).toMatchObject({
    errors: [{ extensions: { code: 'QUERY_BUDGET_SPENT', remedy: expect.stringContaining('midnight UTC') } }],
  });
});

test('a socket pays from the same day, and another company from its own', async () => {
  const ended = new Promise<unknown>((resolve) => {
    void platform.administrator(company).then((admin) => {
      const socket = admin.socket();
      socket.subscribe({ query }, { next: resolve, error: resolve, complete: () => resolve('complete') });
    });
  });
  expect(JSON.stringify(await ended)).toContain('QUERY_BUDGET_SPENT');
  const other = await platform.administrator(await platform.addCompany('Thrift'));
  expect((await other.ask(query)).errors).toBeUndefined();
});

/** An operation of the cockpit. */
function registered(wanted: string): { id: string; body: string } {
  const file = join(import.meta.dirname, '../../router/manifests/cockpit.json');
  const { operations } = JSON.parse(readFileSync(file, 'utf8')) as {
    operations: { id: string; name: string; body: string }[];
  };
  return operations.find(({ name }) => name === wanted) ?? expect.fail(`the cockpit has no operation ${wanted}`);
}

async function spent(): Promise<number> {
  const { rows } = await platform.sql.query('SELECT units FROM identity.query_spending WHERE company_id = $1', [
    company.id,
  ]);
  return rows[0]?.units ?? 0;
}
