import { randomUUID } from 'node:crypto';
import type { Subgraph } from '@teei/runtime/create-subgraph';
import { newId } from '@teei/runtime/id';
import { type ApiKeyViewer, anonymous, type Scope, type Viewer } from '@teei/runtime/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../../../tests/src/test-platform.ts';
import { createDeliveries } from './main.ts';

let test: TestPlatform;
let deliveries: Subgraph;
const acme = newId();
const borealis = newId();
/** Each connection's deliveries, newest first. */
const pushed = new Map<string, string[]>();
let foreign: { connection: string; delivery: string };

const key = (companyId: string, ...scopes: Scope[]): ApiKeyViewer => ({
  kind: 'apiKey',
  apiKeyId: newId(),
  companyId,
  client: 'partner',
  scopes: new Set(scopes),
});
const reader = key(acme, 'deliveries:read');

beforeAll(async () => {
  test = await startTestPlatform();
  deliveries = createDeliveries(test.platform);
  for (const count of [7, 0, 3]) {
    const connection = await addConnection(acme);
    const ids: string[] = [];
    for (let n = 0; n < count; n++) ids.push(await addDelivery(acme, connection));
    pushed.set(connection, ids.sort().reverse());
  }
  const connection = await addConnection(borealis);
  foreign = { connection, delivery: await addDelivery(borealis, connection) };
});

afterAll(async () => {
  await deliveries.destroy();
  await test.close();
});

async function addConnection(companyId: string): Promise<string> {
  const id = newId();
  await test.sql.query(
    `INSERT INTO deliveries.connection (id, company_id, name, system, endpoint) VALUES ($1, $2, 'Giving', 'BENEVITY', 'https://b.example')`,
    [id, companyId],
  );
  return id;
}

async function addDelivery(companyId: string, connectionId: string): Promise<string> {
  const id = newId();
  await test.sql.query(
    `INSERT INTO deliveries.delivery (id, company_id, connection_id, subject, payload, status)
     VALUES ($1, $2, $3, 'volunteer-hours', '{}', 'PENDING')`,
    [id, companyId, connectionId],
  );
  return id;
}

async function ask(viewer: Viewer, query: string, variables?: Record<string, unknown>) {
  const { data, errors } = await deliveries.execute({ query, variables }, { viewer, correlationId: randomUUID() });
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of many shapes.
  return { data: data as any, errors };
}

async function countStatements(work: () => Promise<void>): Promise<number> {
  let count = 0;
  deliveries.parts.database.onStatement = () => void count++;
  await work();
  deliveries.parts.database.onStatement = undefined;
  return count;
}

const idsOf = ({ nodes }: { nodes: { id: string }[] }) => nodes.map(({ id }) => id);

describe('connections', () => {
  it('have their deliveries, a page for each, in one statement', async () => {
    const query =
      '{ connections { nodes { id deliveries(first: 5) { totalCount nodes { id } pageInfo { hasNextPage } } } } }';
    const statements = await countStatements(async () => {
      const { data, errors } = await ask(reader, query);
      expect(errors).toBeUndefined();
      expect(idsOf(data.connections)).toEqual([...pushed.keys()].sort().reverse());
      for (const { id, deliveries: page } of data.connections.nodes) {
        const all = pushed.get(id) ?? [];
        expect(idsOf(page)).toEqual(all.slice(0, 5));
        expect([page.totalCount, page.pageInfo.hasNextPage]).toEqual([all.length, all.length > 5]);
      }
    });
    expect(statements).toBe(3);
  });

  it('go on behind a cursor', async () => {
    const [id = '', all = []] = [...pushed].find(([, ids]) => ids.length === 7) ?? [];
    const query = `query ($id: ID!, $after: String) {
      connection(id: $id) { deliveries(first: 5, after: $after) { nodes { id } pageInfo { endCursor } } } }`;
    const first = (await ask(reader, query, { id })).data.connection.deliveries;
    const second = (await ask(reader, query, { id, after: first.pageInfo.endCursor })).data.connection.deliveries;
    expect([...idsOf(first), ...idsOf(second)]).toEqual(all);
  });
});

describe('deliveries', () => {
  it('know their connection; all connections are read in one statement', async () => {
    const statements = await countStatements(async () => {
      const { data } = await ask(
        reader,
        '{ deliveries(first: 50) { totalCount nodes { id status connection { id system } } } }',
      );
      expect(data.deliveries.totalCount).toBe(10);
      expect(idsOf(data.deliveries)).toEqual([...pushed.values()].flat().sort().reverse());
      for (const { id, connection } of data.deliveries.nodes) expect(pushed.get(connection.id)).toContain(id);
    });
    expect(statements).toBe(3);
  });

  it('come in pages of at most 100', async () => {
    const { errors } = await ask(reader, '{ deliveries(first: 1000) { nodes { id } } }');
    expect(errors?.[0]?.extensions.code).toBe('PAGE_TOO_LARGE');
  });
});

describe('tenancy', () => {
  it('answers foreign entities like unknown ones', async () => {
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Connection { name } ... on Delivery { subject } ... on Company { connections { nodes { name } } } } }`;
    const foreignIds = { Connection: foreign.connection, Delivery: foreign.delivery, Company: borealis };
    for (const [__typename, foreignId] of Object.entries(foreignIds)) {
      for (const id of [foreignId, newId(), 'no id at all']) {
        const { data, errors } = await ask(reader, query, { representations: [{ __typename, id }] });
        expect([data, errors]).toEqual([{ _entities: [null] }, undefined]);
      }
    }
  });

  it('answers foreign ids like unknown ones', async () => {
    const query = 'query ($c: ID!, $d: ID!) { connection(id: $c) { name } delivery(id: $d) { subject } }';
    for (const [c, d] of [
      [foreign.connection, foreign.delivery],
      [newId(), newId()],
      ['no id', 'no id'],
    ]) {
      expect((await ask(reader, query, { c, d })).data).toEqual({ connection: null, delivery: null });
    }
  });

  it('is closed without the scope', async () => {
    for (const viewer of [key(acme, 'metrics:read'), anonymous]) {
      const { data, errors } = await ask(viewer, '{ deliveries { nodes { id } } }');
      expect(data).toEqual({ deliveries: null });
      expect(errors?.[0]?.extensions.code).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
    }
  });
});
