import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSupergraph } from '@teei/router/supergraph/supergraph';
import { subgraphNames } from '@teei/runtime/subgraph-names';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Caller } from './caller.ts';
import { everyOperation, type GeneratedOperation } from './every-operation.ts';
import { addRows, fillCompany } from './tenant-tables.ts';
import { startTestStack, type TestStack } from './with-stack.ts';

const { api, full } = loadSupergraph(
  readFileSync(join(import.meta.dirname, '../../router/supergraph.graphql'), 'utf8'),
);
/** Answered from code alone: what colours look like together, and those that are offered. */
const withoutRows = ['query checkTheme', 'query themePresets'];
const queries = everyOperation(api, 'query', { depth: 2, first: 60 }).filter(
  ({ name, takesId }) => !takesId && !withoutRows.includes(name),
);

let platform: TestStack;
let small: Caller;
let large: Caller;

beforeAll(async () => {
  platform = await startTestStack({ limits: { tokens: 1e6, depth: 100, fields: 1e6, aliases: 1e3, cost: 1e12 } });
  small = await companyWith(5);
  large = await companyWith(50);
}, 120_000);
afterAll(() => platform.close());

test.each(withoutRows)('%s asks the database nothing', async (name) => {
  const operation = everyOperation(api, 'query', { depth: 2, first: 60 }).find((each) => each.name === name);
  if (!operation) throw new Error('there is no such operation');
  expect(await statementsOf(small, operation)).toEqual([]);
});

test('there is something to count', () => {
  expect(queries.length).toBeGreaterThan(15);
});

test.each(queries)(
  '$name with all that hangs on it takes as many statements for 50 parents as for 5',
  async (operation) => {
    const [few, many] = [await statementsOf(small, operation), await statementsOf(large, operation)];
    expect(few.length).toBeGreaterThan(0);
    expect(many.sort()).toEqual(few.sort());
  },
);

/** A company with so many rows in every table. */
async function companyWith(rows: number): Promise<Caller> {
  const { id } = await fillCompany(platform.sql, full, `first-of-${rows}`);
  for (let row = 1; row < rows; row++) await addRows(platform.sql, full, `row-${row}-of-${rows}`, id);
  return platform.administrator({ id, name: `with ${rows}` });
}

/** Texts of the statements that the subgraphs send to the database for one operation, whichever way they send them. */
async function statementsOf(caller: Caller, operation: GeneratedOperation): Promise<string[]> {
  const roles = subgraphNames.map((name) => `teei_${name}`);
  const texts: string[] = [];
  const spy = vi.spyOn(pg.Client.prototype, 'query');
  try {
    const { errors } = await caller.ask(operation.query, operation.variables(''));
    expect(errors).toBeUndefined();
    for (const [index, [statement]] of spy.mock.calls.entries()) {
      const client = spy.mock.contexts[index] as unknown as { connectionParameters: { application_name: string } };
      const { text } = statement as unknown as { text?: string };
      // A text alone begins or ends a transaction.
      if (text !== undefined && roles.includes(client.connectionParameters.application_name)) texts.push(text);
    }
  } finally {
    spy.mockRestore();
  }
  return texts;
}
