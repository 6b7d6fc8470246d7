import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSupergraph } from '@teei/router/supergraph/supergraph';
import { newId } from '@teei/runtime/id';
import { type SubgraphName, subgraphNames } from '@teei/runtime/subgraph-names';
import { roles, scopes, type Viewer } from '@teei/runtime/viewer';
import { createViewerSigner, viewerTokenHeader } from '@teei/runtime/viewer-token';
import { type SubgraphService, serveSubgraph } from '@teei/stack/serve-subgraph';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Caller } from './caller.ts';
import { everyEntity, everyOperation, type GeneratedOperation } from './every-operation.ts';
import { follow, fromTheBeginning } from './follow.ts';
import { importFile } from './importing.ts';
import { type FilledCompany, fillCompany, fingerprintOf } from './tenant-tables.ts';
import { until } from './until.ts';
import { startTestStack, type TestStack } from './with-stack.ts';

// Two companies, `ours` and `theirs`, with a canary in every text of every tenant table. Whoever belongs to ours asks
// for everything there is with the ids of theirs.
const { api, full } = loadSupergraph(
  readFileSync(join(import.meta.dirname, '../../router/supergraph.graphql'), 'utf8'),
);
const wide = { depth: 2, first: 8 };
/** For asking with every id there is: what an id leads to stands in the first level or nowhere, and the wide text is six times as long. */
const narrow = { depth: 1, first: 8 };
const asked = [...everyOperation(api, 'query', wide), ...everyOperation(api, 'mutation', wide)];
const askedByIds = [...everyOperation(api, 'query', narrow), ...everyOperation(api, 'mutation', narrow)].filter(
  ({ takesId }) => takesId,
);
const unlimited = { tokens: 1e6, depth: 100, fields: 1e6, rootFields: 1e3, aliases: 1e3, cost: 1e9, bodyBytes: 1e7 };

let platform: TestStack;
let ours: FilledCompany;
let theirs: FilledCompany;
let theirIds: readonly string[];
let theirRowsBefore: Record<string, string>;
const callers = new Map<string, Caller>();

beforeAll(async () => {
  platform = await startTestStack({ limits: unlimited });
  ours = await fillCompany(platform.sql, full, 'ours');
  theirs = await fillCompany(platform.sql, full, 'theirs');
  theirIds = [...new Set([theirs.id, ...theirs.ids.values()])];
  theirRowsBefore = await fingerprintOf(platform.sql, theirs.id);
  for (const role of roles) {
    const email = `${role.toLowerCase()}@ours.example`;
    await platform.addMember({ id: ours.id, name: 'ours' }, email, role);
    callers.set(role, await platform.signIn(email));
  }
  callers.set('nobody', new Caller(platform.stack.url));
}, 120_000);
afterAll(() => platform.close());

test('every tenant table holds rows of both companies, and every operation asks for something', () => {
  expect(theirs.canaries.size).toBeGreaterThan(150);
  expect(asked.length).toBeGreaterThan(30);
  expect(asked.filter(({ takesId }) => takesId).length).toBeGreaterThan(15);
});

test('a company sees its own canaries, so these operations would show others too', async () => {
  const admin = callers.get('COMPANY_ADMIN') as Caller;
  const seen = new Set<string>();
  const see = async (operation: GeneratedOperation, id: string): Promise<void> => {
    for (const place of canariesIn(await answerTo(admin, operation, id), ours)) seen.add(place);
  };
  await inParallel(everyOperation(api, 'query', wide), (operation) => see(operation, ours.id));
  for (const operation of everyOperation(api, 'query', narrow).filter(({ takesId }) => takesId))
    await inParallel([...ours.ids.values()], (id) => see(operation, id));
  const tables = new Set([...seen].map((place) => place.split('.').slice(0, 2).join('.')));
  expect([...tables].sort()).toEqual(expect.arrayContaining(tablesThatTheGraphShows));
  expect(seen.size).toBeGreaterThan(40);
}, 120_000);

describe.each([...roles, 'nobody'])('as %s over the router', (role) => {
  test('another company is in no answer, and its ids are answered like ids that nobody has', async () => {
    const caller = callers.get(role) as Caller;
    await inParallel(asked, async (operation) => expectNothingOfTheirs(await answerTo(caller, operation, newId())));
    await inParallel(askedByIds, async (operation) => {
      const unknown = await answerTo(caller, operation, newId());
      for (const id of theirIds) {
        const foreign = await answerTo(caller, operation, id);
        expectNothingOfTheirs(foreign);
        expect(foreign, `${operation.name} with ${id}`).toBe(unknown);
      }
    });
  }, 400_000);

  test('the other company is refused as company to work in', async () => {
    const caller = callers.get(role) as Caller;
    const answers = [];
    for (const id of [theirs.id, newId()]) {
      const response = await caller.with({ 'x-company-id': id }).send({ query: '{ company { id name } }' });
      answers.push([response.status, withoutIds(await response.text(), id)]);
    }
    expect(answers[0]).toEqual(answers[1]);
    if (role !== 'nobody') expect(answers[0]).toEqual([403, expect.stringMatching(/COMPANY_REFUSED/)]);
  });

  test('the files of the other company are not there', async () => {
    const answers = [];
    for (const id of [theirs.ids.get('programs.import'), newId(), 'no-id', '..%2F..%2Fsecret']) {
      const response = await fetch(`${platform.stack.url}/files/imports/${id}/errors.csv`, {
        headers: callers.get(role)?.headers ?? {},
      });
      const body = await response.text();
      expectNothingOfTheirs(body);
      answers.push([response.status, body]);
    }
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.[0]).toBeGreaterThanOrEqual(401);
    const log = await fetch(`${platform.stack.url}/files/audit-log.csv`, { headers: callers.get(role)?.headers ?? {} });
    expect([log.ok, log.status]).toEqual(role.endsWith('ADMIN') ? [true, 200] : [false, role === 'nobody' ? 401 : 403]);
    const text = await log.text();
    expectNothingOfTheirs(text);
    if (log.ok) expect(canariesIn(text, ours)).toContain('privacy.audit_entry.target');
  });
});

describe('as an API key', () => {
  test('no operation of its own is answered, and registered ones know one company', async () => {
    const key = await platform.addApiKey({ id: ours.id, name: 'ours' }, [...scopes]);
    for (const operation of asked) {
      expect(await answerTo(key, operation, theirs.id)).toContain('PERSISTED_QUERY_ONLY');
    }
    const manifest = readFileSync(join(import.meta.dirname, '../../router/manifests/partner.json'), 'utf8');
    for (const { id } of (JSON.parse(manifest) as { operations: { id: string }[] }).operations) {
      const answer = await (await key.send({ documentId: `sha256:${id}` })).text();
      expect(answer).toContain('"data"');
      expectNothingOfTheirs(answer);
      const refused = await key.with({ 'x-company-id': theirs.id }).send({ documentId: `sha256:${id}` });
      expect([refused.status, await refused.text()]).toEqual([403, expect.stringMatching(/COMPANY_REFUSED/)]);
    }
  });
});

describe.each(subgraphNames)('the subgraph %s, asked directly', (name) => {
  const secret = 'the secret that only the router and its subgraphs know';
  const forgedSecret = 'another secret that is just as long as the right one';
  let service: SubgraphService;
  let url: string;
  let operations: GeneratedOperation[];

  beforeAll(async () => {
    const { schema } = platform.stack.subgraphs[name as SubgraphName];
    operations = [...everyOperation(schema, 'query', narrow), ...everyOperation(schema, 'mutation', narrow)];
    for (const entity of everyEntity(schema, narrow)) {
      const representations = (id: string) => [{ __typename: entity.type, id }];
      operations.push({
        ...entity,
        takesId: true,
        variables: (id) => ({ ...entity.variables(id), representations: representations(id) }),
      });
    }
    service = await serveSubgraph(platform.stack.subgraphs[name as SubgraphName], secret);
    url = await service.app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => service.destroy());

  const memberOf = (company: FilledCompany): Viewer => ({
    kind: 'member',
    userId: `canary-user-of-${company.id}`,
    memberId: newId(),
    companyId: company.id,
    role: 'COMPANY_ADMIN',
    scopes: new Set(scopes.filter((scope) => !scope.startsWith('internal:'))),
  });

  test('with a token of ours answers their ids like ids that nobody has', async () => {
    const caller = new Caller(url, { [viewerTokenHeader]: await createViewerSigner(secret)(memberOf(ours)) });
    await inParallel(operations, async (operation) => {
      const unknown = await answerTo(caller, operation, newId());
      expectNothingOfTheirs(unknown);
      for (const id of operation.takesId ? theirIds : []) {
        const foreign = await answerTo(caller, operation, id);
        expectNothingOfTheirs(foreign);
        expect(foreign, `${operation.name} with ${id}`).toBe(unknown);
      }
    });
  }, 400_000);

  test('shows its own company to a token of ours, so the answers above were not empty for another reason', async () => {
    const caller = new Caller(url, { [viewerTokenHeader]: await createViewerSigner(secret)(memberOf(ours)) });
    const places = new Set<string>();
    for (const operation of operations.filter(({ query }) => !query.startsWith('mutation'))) {
      for (const id of operation.takesId ? [ours.id, ...ours.ids.values()] : [ours.id]) {
        for (const place of canariesIn(await answerTo(caller, operation, id), ours)) places.add(place);
      }
    }
    expect(places.size).toBeGreaterThan(3);
  }, 120_000);

  test.each([
    ['no token', undefined],
    ['a token signed by somebody else', forgedSecret],
  ])(
    'with %s shows nothing of any company',
    async (_, signedWith) => {
      const anonymous = new Caller(url);
      const token = signedWith && (await createViewerSigner(signedWith)(memberOf(theirs)));
      const caller = token ? anonymous.with({ [viewerTokenHeader]: token }) : anonymous;
      await inParallel(operations, async (operation) => {
        for (const id of [theirs.id, operation.takesId ? newId() : theirs.id]) {
          const answer = await answerTo(caller, operation, id);
          expectNothingOfTheirs(answer);
          expect(canariesIn(answer, ours)).toEqual([]);
        }
      });
    },
    120_000,
  );

  test('opens no socket for a token signed by somebody else', async () => {
    const token = await createViewerSigner(forgedSecret)(memberOf(theirs));
    const socket = new Caller(url).socket(undefined, { [viewerTokenHeader]: token });
    const followed = follow(socket, '{ __typename }');
    expect(await followed.ended).toMatchObject({ code: 4403 });
    expect(followed.events).toEqual([]);
  });
});

test('nothing of the other company was changed by all this', async () => {
  const now = await fingerprintOf(platform.sql, theirs.id);
  const changed = Object.keys(now).filter((table) => now[table] !== theirRowsBefore[table]);
  // That it was asked for in vain is written into its audit log.
  const audited = ['identity.outbox', 'privacy.audit_entry', 'privacy.audit_head', 'privacy.inbox'];
  expect(changed.filter((table) => !audited.includes(table))).toEqual([]);
});

test('whoever subscribes hears of their own company only', async () => {
  const line = (id: string, text: string) =>
    `${id},language,${id.toLowerCase()}@example.org,,2026-03-01T10:00:00Z,60,5,${text}\n`;
  const header = 'session_id,session_type,participant_email,volunteer_email,date,duration_min,rating,feedback_text\n';
  const admin = callers.get('COMPANY_ADMIN') as Caller;
  const socket = admin.socket();
  const followed = everyOperation(api, 'subscription', wide).map((operation) => {
    const variables = operation.variables(theirs.ids.get('programs.import') ?? '');
    // From the beginning: what happened before is replayed, what happens from now on is live.
    const query = operation.query
      .replace(/^subscription(\(?)/, 'subscription($after: String, ')
      .replace(/, \)? *\{/, ') {');
    const resuming = query.replace(
      /\{ (\w+)(\(?)/,
      (_, field: string, open: string) => `{ ${field}(after: $after${open === '(' ? ', ' : ')'}`,
    );
    return follow<object>(socket, resuming, { ...variables, after: fromTheBeginning });
  });
  const theirAdmin = await platform.administrator({ id: theirs.id, name: 'theirs' });
  await importFile(theirAdmin, header + line('THEIRS-1', 'canary-theirs-live I feel confident') + line('THEIRS-2', ''));
  await importFile(admin, header + line('OURS-1', 'I feel confident'));
  const told = () => JSON.stringify(followed.map(({ events }) => events));
  // Events come in the order of commit: when ours is here, theirs would have been.
  await until('news of ours', () => told().includes('OURS-1') && (followed.at(-1)?.events.length ?? 0) > 0);
  expectNothingOfTheirs(told());
  expect(told()).not.toContain('THEIRS');
  await socket.dispose();
}, 120_000);

test('a company that somebody asked for in vain reads of it in its audit log', async () => {
  const company = await platform.addCompany('Audited');
  const refused = await callers
    .get('ANALYST')
    ?.with({ 'x-company-id': company.id })
    .send({ query: '{ company { id } }' });
  expect(refused?.status).toBe(403);
  const admin = await platform.administrator(company);
  const entry = await until(
    'line in the audit log',
    async () => {
      const { auditLog } = await admin.get<{
        auditLog: { nodes: { action: string; actor: string; target: string }[] };
      }>('{ auditLog { nodes { action actor target } } }');
      return auditLog.nodes[0];
    },
    20,
  );
  expect(entry).toMatchObject({
    action: 'tenant.refused',
    actor: expect.stringMatching(/^member:/),
    target: company.id,
  });
});

const tablesThatTheGraphShows = [
  'deliveries.connection',
  'deliveries.delivery',
  'outcomes.evidence',
  'outcomes.metric',
  'outcomes.model_act',
  'outcomes.model_call',
  'outcomes.model_drift',
  'outcomes.model_evaluation',
  'outcomes.model_trial',
  'outcomes.model_version',
  'outcomes.safety_flag',
  'outcomes.safety_review',
  'outcomes.score_review',
  'outcomes.shadow_text',
  'outcomes.sroi_account',
  'outcomes.sroi_account_revision',
  'outcomes.sroi_proxy',
  'privacy.audit_entry',
  'privacy.consent',
  'profile.annotation',
  'profile.api_key',
  'profile.company',
  'profile.follow_up',
  'profile.invitation',
  'profile.journey_flag',
  'profile.journey_milestone',
  'profile.journey_rule',
  'profile.member',
  'profile.participant',
  'profile.partner_operation',
  'profile.review_item',
  'profile.volunteer',
  'programs.credential',
  'programs.import',
  'programs.learning_record',
  'programs.programme',
  'programs.provider_connection',
  'programs.session',
  'programs.survey',
  'programs.survey_question',
  'programs.trusted_issuer',
  'programs.volunteer_activity',
  'programs.webhook_delivery',
  'programs.webhook_endpoint',
  'reports.report',
  'reports.report_schedule',
  'reports.report_section',
];

/** The answer's text with the id that was asked for taken out, so that answers to different ids can be compared. */
async function answerTo(caller: Caller, operation: GeneratedOperation, id: string): Promise<string> {
  const response = await caller.send({ query: operation.query, variables: operation.variables(id) });
  return withoutIds(await response.text(), id);
}

function withoutIds(text: string, id: string): string {
  return text.replaceAll(id, '<the id>').replace(/"correlationId":"[^"]*"/g, '"correlationId":"<>"');
}

function canariesIn(text: string, { canaries }: FilledCompany): string[] {
  return [...canaries].flatMap(([canary, place]) => (text.includes(canary) ? place : []));
}

function expectNothingOfTheirs(text: string): void {
  expect(canariesIn(text, theirs)).toEqual([]);
  expect(text).not.toContain('canary-theirs');
  for (const id of theirIds) expect(text).not.toContain(id);
}

/** Eight at a time: the tests ask thousands of questions. */
async function inParallel<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items];
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
    }),
  );
}
