import { randomUUID } from 'node:crypto';
import type { Subgraph } from '@teei/runtime/create-subgraph';
import { newId } from '@teei/runtime/id';
import { type ApiKeyViewer, anonymous, type Scope, type Viewer } from '@teei/runtime/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../../../tests/src/test-platform.ts';
import { createReports } from './main.ts';

let test: TestPlatform;
let reports: Subgraph;
const acme = newId();
const borealis = newId();
const own: string[] = [];
let foreign: string;
let metric: string;
let author: string;

const key = (companyId: string, ...scopes: Scope[]): ApiKeyViewer => ({
  kind: 'apiKey',
  apiKeyId: newId(),
  companyId,
  client: 'partner',
  scopes: new Set(scopes),
});
const reader = key(acme, 'reports:read');

beforeAll(async () => {
  test = await startTestPlatform();
  reports = createReports(test.platform);
  metric = newId();
  author = newId();
  for (let n = 0; n < 6; n++) own.unshift(await addReport(acme, `Report ${n}`));
  own.sort().reverse();
  foreign = await addReport(borealis, 'Canary');
});

afterAll(async () => {
  await reports.destroy();
  await test.close();
});

/** A report of three sections, each with two citations. */
async function addReport(companyId: string, title: string): Promise<string> {
  const id = newId();
  await test.sql.query(
    `INSERT INTO reports.report (id, company_id, title, status, locale, from_month, to_month, author_id)
     VALUES ($1, $2, $3, 'DRAFT', 'no', '2026-01-01', '2026-03-01', $4)`,
    [id, companyId, title, author],
  );
  for (const position of [2, 1, 3]) {
    const section = newId();
    await test.sql.query(
      `INSERT INTO reports.report_section (id, company_id, report_id, position, heading, body) VALUES ($1, $2, $3, $4, $5, 'Body')`,
      [section, companyId, id, position, `${title}, ${position}`],
    );
    for (const [metricId, evidenceId] of [
      [metric, null],
      [null, newId()],
    ]) {
      await test.sql.query(
        'INSERT INTO reports.citation (id, company_id, section_id, metric_id, evidence_id) VALUES ($1, $2, $3, $4, $5)',
        [newId(), companyId, section, metricId, evidenceId],
      );
    }
  }
  await test.sql.query(
    `INSERT INTO reports.report_schedule (id, company_id, title, cron) VALUES ($1, $2, $3, '0 6 1 * *')`,
    [newId(), companyId, title],
  );
  return id;
}

async function ask(viewer: Viewer, query: string, variables?: Record<string, unknown>) {
  const { data, errors } = await reports.execute({ query, variables }, { viewer, correlationId: randomUUID() });
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of many shapes.
  return { data: data as any, errors };
}

describe('a report', () => {
  it('has its months, its author and its sections in order, with what each cites', async () => {
    const query = `query ($id: ID!) { report(id: $id) {
      title status locale from to createdAt publishedAt author { id }
      sections { position heading citations { metric { id } evidence { id } } }
    } }`;
    const { data, errors } = await ask(reader, query, { id: own[0] });
    expect(errors).toBeUndefined();
    expect(data.report).toMatchObject({
      status: 'DRAFT',
      locale: 'no',
      from: '2026-01',
      to: '2026-03',
      publishedAt: null,
      author: { id: author },
    });
    expect(data.report.sections.map(({ position }: { position: number }) => position)).toEqual([1, 2, 3]);
    const [first, second] = data.report.sections[0].citations;
    expect(
      [first, second].filter((citation) => citation.metric?.id === metric && citation.evidence === null),
    ).toHaveLength(1);
  });

  it('is read with all others in one statement for each level', async () => {
    const statements: string[] = [];
    reports.parts.database.onStatement = (text) => void statements.push(text);
    const query =
      '{ reports { totalCount nodes { id sections { id citations { id } } } } reportSchedules { nodes { cron } } }';
    const { data } = await ask(reader, query);
    reports.parts.database.onStatement = undefined;
    expect(data.reports.totalCount).toBe(6);
    expect(data.reports.nodes.map(({ id }: { id: string }) => id)).toEqual(own);
    expect(data.reportSchedules.nodes).toHaveLength(6);
    expect(statements).toHaveLength(5);
  });

  it('goes on behind a cursor', async () => {
    const query =
      'query ($after: String) { reports(first: 4, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }';
    const first = (await ask(reader, query)).data.reports;
    const second = (await ask(reader, query, { after: first.pageInfo.endCursor })).data.reports;
    expect([...first.nodes, ...second.nodes].map(({ id }) => id)).toEqual(own);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  });
});

describe('tenancy', () => {
  it.each(['Report', 'ReportSchedule', 'Company'])('answers a foreign %s like an unknown one', async (type) => {
    const { rows } = await test.sql.query('SELECT id FROM reports.report_schedule WHERE company_id = $1', [borealis]);
    const foreignIds: Record<string, string> = { Report: foreign, ReportSchedule: rows[0].id, Company: borealis };
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Report { title } ... on ReportSchedule { title } ... on Company { reports { nodes { title } } } } }`;
    for (const id of [foreignIds[type], newId(), 'no id at all']) {
      const { data, errors } = await ask(reader, query, { representations: [{ __typename: type, id }] });
      expect([data, errors]).toEqual([{ _entities: [null] }, undefined]);
    }
  });

  it('answers a foreign report by its id like an unknown one', async () => {
    for (const id of [foreign, newId(), 'no id at all']) {
      expect((await ask(reader, 'query ($id: ID!) { report(id: $id) { title } }', { id })).data).toEqual({
        report: null,
      });
    }
  });

  it('hangs the reports of the company on the company', async () => {
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Company { reports { nodes { id } } } } }`;
    const { data } = await ask(reader, query, { representations: [{ __typename: 'Company', id: acme }] });
    expect(data._entities[0].reports.nodes.map(({ id }: { id: string }) => id)).toEqual(own);
  });

  it('is closed without the scope', async () => {
    for (const viewer of [key(acme, 'metrics:read'), anonymous]) {
      const { data, errors } = await ask(viewer, '{ reports { nodes { id } } }');
      expect(data).toEqual({ reports: null });
      expect(errors?.[0]?.extensions.code).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
    }
  });
});
