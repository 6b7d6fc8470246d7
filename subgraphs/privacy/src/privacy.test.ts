import { newId } from '@teei/runtime/id';
import { type MemberViewer, type Scope, scopesOfRole, type Viewer } from '@teei/runtime/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dueDate } from './domain/due-date.ts';
import { startTemporaryPrivacy, type TemporaryPrivacy } from './testing/temporary-privacy.ts';

let platform: TemporaryPrivacy;
let acme: string;
let globex: string;
const participants = [newId(), newId(), newId()];
const theirs = { participant: newId(), consent: newId(), request: newId(), entry: newId() };
const consentIds: string[] = [];
const requestIds: string[] = [];
let entryId: string;

beforeAll(async () => {
  platform = await startTemporaryPrivacy();
  acme = await platform.addCompany();
  globex = await platform.addCompany();
  for (const [index, participant] of participants.entries()) {
    for (const purpose of ['PROGRAMME', 'ANALYTICS'])
      consentIds.push(await addConsent(acme, participant, purpose, index === 0));
  }
  for (let day = 1; day <= 5; day++)
    requestIds.push(await addRequest(acme, participants[0] ?? '', new Date(Date.UTC(2026, 0, 26 + day))));
  entryId = await addEntry(acme);
  await addConsent(globex, theirs.participant, 'ANALYTICS', true, theirs.consent);
  await addRequest(globex, theirs.participant, new Date(), theirs.request);
  await addEntry(globex, theirs.entry);
}, 60_000);
afterAll(() => platform.stop());

async function addConsent(
  company: string,
  participant: string,
  purpose: string,
  granted: boolean,
  id = newId(),
): Promise<string> {
  const text = `INSERT INTO privacy.consent (id, company_id, participant_id, purpose, granted, text_version, recorded_at) VALUES ($1, $2, $3, $4, $5, 'v1', $6)`;
  await platform.owner.query(text, [
    id,
    company,
    participant,
    purpose,
    granted,
    new Date(Date.UTC(2026, 0, consentIds.length + 1)),
  ]);
  return id;
}

async function addRequest(company: string, participant: string, receivedAt: Date, id = newId()): Promise<string> {
  const text = `INSERT INTO privacy.privacy_request (id, company_id, participant_id, kind, status, received_at, due_at) VALUES ($1, $2, $3, 'ACCESS', 'RECEIVED', $4, $5)`;
  await platform.owner.query(text, [id, company, participant, receivedAt, dueDate(receivedAt)]);
  return id;
}

async function addEntry(company: string, id = newId()): Promise<string> {
  const text = `INSERT INTO privacy.audit_entry (id, company_id, position, action, actor, detail, occurred_at, previous_hash, hash)
    VALUES ($1, $2, 1, 'a', 'b', '{}', now(), 'x', 'y')`;
  await platform.owner.query(text, [id, company]);
  return id;
}

function admin(companyId = acme, scopes: ReadonlySet<Scope> = scopesOfRole.COMPANY_ADMIN): MemberViewer {
  return { kind: 'member', userId: 'u', memberId: newId(), companyId, role: 'COMPANY_ADMIN', scopes };
}

function ask(query: string, variables: Record<string, unknown> = {}, viewer: Viewer = admin()) {
  return platform.privacy.execute({ query, variables }, { viewer, correlationId: 'test' });
}

describe('lists', () => {
  it('come in pages, newest first, each row once', async () => {
    const query =
      'query ($after: String) { privacyRequests(first: 2, after: $after) { nodes { id dueAt } pageInfo { hasNextPage endCursor } totalCount } }';
    const seen: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 3; page++) {
      const { data, errors } = await ask(query, { after });
      expect(errors).toBeUndefined();
      const list = (
        data as {
          privacyRequests: {
            nodes: { id: string }[];
            pageInfo: { hasNextPage: boolean; endCursor: string };
            totalCount: number;
          };
        }
      ).privacyRequests;
      seen.push(...list.nodes.map(({ id }) => id));
      expect(list).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: page < 2 } });
      after = list.pageInfo.endCursor;
    }
    expect(seen).toEqual(requestIds.toSorted().reverse());
  });

  it('are empty for a company without any, and the audit log is the own one', async () => {
    const query = '{ consents { totalCount nodes { id } } auditLog { nodes { id position } } }';
    expect((await ask(query)).data).toMatchObject({
      consents: { totalCount: 6 },
      auditLog: { nodes: [{ id: entryId, position: 1 }] },
    });
    expect((await ask(query, {}, admin(newId()))).data).toEqual({
      consents: { totalCount: 0, nodes: [] },
      auditLog: { nodes: [] },
    });
  });

  it.each(['consents', 'privacyRequests', 'auditLog'])(
    'refuse in %s what is no cursor of theirs and pages above a hundred',
    async (field) => {
      const query = `query ($after: String, $first: Int) { ${field}(after: $after, first: $first) { totalCount } }`;
      const wrong = [Buffer.from('["x"]').toString('base64url'), Buffer.from('[]').toString('base64url'), 'rubbish'];
      for (const after of wrong)
        expect((await ask(query, { after })).errors).toMatchObject([{ extensions: { code: 'CURSOR_INVALID' } }]);
      expect((await ask(query, { first: 101 })).errors).toMatchObject([{ extensions: { code: 'PAGE_TOO_LARGE' } }]);
    },
  );

  it('need their scopes', async () => {
    const { data, errors } = await ask(
      '{ consents { totalCount } auditLog { totalCount } }',
      {},
      admin(acme, scopesOfRole.ANALYST),
    );
    expect(data).toEqual({ consents: null, auditLog: null });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual([
      'UNAUTHORIZED_FIELD_OR_TYPE',
      'UNAUTHORIZED_FIELD_OR_TYPE',
    ]);
  });
});

describe('entities', () => {
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { __typename
    ... on Consent { purpose participant { id } } ... on PrivacyRequest { status } ... on AuditEntry { action }
    ... on Participant { consents { id granted } } ... on Company { privacyRequests { totalCount } } } }`;

  it('of another company answer like those that do not exist', async () => {
    for (const [type, foreign] of [
      ['Consent', theirs.consent],
      ['PrivacyRequest', theirs.request],
      ['AuditEntry', theirs.entry],
      ['Participant', theirs.participant],
      ['Company', globex],
    ]) {
      const answers = await Promise.all(
        [foreign, newId(), 'rubbish'].map((id) => ask(query, { of: [{ __typename: type, id }] })),
      );
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size, type).toBe(1);
      expect(answers[0]?.errors).toBeUndefined();
    }
    const [foreign, unknown] = await Promise.all(
      [theirs.request, newId()].map((id) => ask('query ($id: ID!) { privacyRequest(id: $id) { id } }', { id })),
    );
    expect(foreign).toEqual(unknown);
  });

  it('are read together, however many there are', async () => {
    const of = [
      ...participants.map((id) => ({ __typename: 'Participant', id })),
      ...consentIds.map((id) => ({ __typename: 'Consent', id })),
      ...requestIds.map((id) => ({ __typename: 'PrivacyRequest', id })),
      { __typename: 'AuditEntry', id: entryId },
    ];
    const statements: string[] = [];
    platform.privacy.parts.database.onStatement = (text) => void statements.push(text);
    const { data, errors } = await ask(query, { of });
    platform.privacy.parts.database.onStatement = undefined;
    expect(errors).toBeUndefined();
    expect(statements).toHaveLength(4);
    const entities = (data as { _entities: Record<string, unknown>[] })._entities;
    expect(entities[0]).toEqual({
      __typename: 'Participant',
      consents: [
        { id: consentIds[1], granted: true },
        { id: consentIds[0], granted: true },
      ],
    });
    expect(entities[3]).toEqual({ __typename: 'Consent', purpose: 'PROGRAMME', participant: { id: participants[0] } });
    expect(entities.at(-1)).toEqual({ __typename: 'AuditEntry', action: 'a' });
  });

  it('give nothing to anonymous viewers', async () => {
    const of = [
      { __typename: 'Consent', id: consentIds[0] },
      { __typename: 'Participant', id: participants[0] },
      { __typename: 'Company', id: acme },
    ];
    const { data } = await ask(query, { of }, { kind: 'anonymous' });
    expect(data).toEqual({ _entities: [null, { __typename: 'Participant', consents: null }, null] });
  });
});
