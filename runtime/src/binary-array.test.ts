import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../../tests/src/test-platform.ts';
import { floatArray, textArray, timestampArray, uuidArray } from './binary-array.ts';
import { newId } from './id.ts';

/** PostgreSQL is asked whether the binary form says what the text form says. */
let platform: TestPlatform;
let client: pg.Client;

beforeAll(async () => {
  platform = await startTestPlatform();
  client = new pg.Client({ connectionString: platform.platform.databaseUrl });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await platform.close();
});

const some = <Value>(make: (index: number) => Value): (Value | null)[] =>
  Array.from({ length: 2_500 }, (_, index) => (index % 7 === 3 ? null : make(index)));

const written: Record<string, (readonly [type: string, binary: Buffer, values: readonly unknown[]])[]> = {
  uuids: [uuids([]), uuids([null]), uuids(some(newId)), uuids(['00000000-0000-0000-0000-000000000000'])],
  texts: [
    texts([]),
    texts(['']),
    texts([null, '']),
    texts(['"', '\\', '{', ',', 'NULL', null, ' æøå', 'Дякую', '👋🏽', 'a\r\nb']),
  ],
  'many texts': [texts(some((index) => 'Ніч і день, "både natt og dag" \\ '.repeat(index % 9)))],
  floats: [floats([]), floats([0, -0, 0.1, 1e308, 5e-324, -1 / 3, null]), floats(some((index) => index / 3))],
  times: [
    times([]),
    times([
      '2000-01-01T00:00:00.000Z',
      '1970-01-01T00:00:00.001Z',
      '1899-12-31T23:59:59.999Z',
      '2026-07-01T12:00:00+02:00',
      null,
    ]),
    times(some((index) => new Date(index * 86_399_999).toISOString())),
  ],
};

test.each(Object.entries(written))('%s arrive as they do when they are sent as text', async (_, arrays) => {
  for (const [type, binary, values] of arrays) {
    const { rows } = await client.query(
      `SELECT $1::${type}[] IS NOT DISTINCT FROM $2::${type}[] AS same, cardinality($1::${type}[]) AS count`,
      [binary, values],
    );
    expect(rows[0]).toEqual({ same: true, count: values.length });
  }
});

test('What is no id and what is no time is refused before it is sent', () => {
  for (const id of [
    '',
    'x',
    'g0000000-0000-0000-0000-000000000000',
    '00000000-0000-0000-0000-0000000000ї0',
    `${newId()}0`,
  ])
    expect(() => uuidArray([id])).toThrow('not a uuid');
  expect(() => timestampArray(['yesterday'])).toThrow('not a time');
});

function uuids(values: readonly (string | null)[]) {
  return ['uuid', uuidArray(values), values] as const;
}

function texts(values: readonly (string | null)[]) {
  return ['text', textArray(values), values] as const;
}

function floats(values: readonly (number | null)[]) {
  return ['float8', floatArray(values), values] as const;
}

function times(values: readonly (string | null)[]) {
  return ['timestamptz', timestampArray(values), values] as const;
}
