import { randomUUID } from 'node:crypto';
import { newId } from '@teei/runtime/id';
import { type MemberViewer, serviceViewer } from '@teei/runtime/viewer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ProfileScene, startProfileScene } from '../../testing/profile-scene.ts';

let scene: ProfileScene;
let companyId: string;
let admin: MemberViewer;

beforeAll(async () => {
  scene = await startProfileScene();
});

beforeEach(async () => {
  companyId = await scene.platform.addCompany('Acme');
  admin = await scene.addMember(companyId, 'COMPANY_ADMIN');
});

afterAll(() => scene.close());

interface Row {
  readonly email: string;
  readonly externalId?: string;
  readonly kind?: 'PARTICIPANT' | 'VOLUNTEER';
}

/** Rows of one source, resolved as an import does it. Answers ids by address. */
async function resolve(...rows: Row[]): Promise<Record<string, string>> {
  const people = rows.map((row) => ({ kind: 'PARTICIPANT', system: 'buddy', ...row }));
  const { data, errors } = await scene.profile.execute(
    {
      query: `mutation ($people: [PersonToResolve!]!, $importId: ID) { resolvePeople(people: $people, importId: $importId) { email id } }`,
      variables: { people, importId: newId() },
    },
    { viewer: serviceViewer('programs', companyId, 'internal:people'), correlationId: randomUUID() },
  );
  expect(errors).toBeUndefined();
  const found = (data as { resolvePeople: { email: string; id: string }[] }).resolvePeople;
  return Object.fromEntries(found.map(({ email, id }) => [email, id]));
}

async function ask(query: string, variables?: Record<string, unknown>, viewer = admin) {
  const { data, errors } = await scene.ask(viewer, query, variables);
  expect(errors).toBeUndefined();
  return data;
}

const itemFields = `id system externalId decision ownerId decidedBy { id }
  claimant { participant { id } volunteer { id } } holder { participant { id } volunteer { id } }`;

const items = async (open?: boolean) =>
  (
    await ask(
      `query ($open: Boolean) { reviewItems(filter: { open: $open }) { totalCount nodes { ${itemFields} } } }`,
      {
        open,
      },
    )
  ).reviewItems;

const decide = async (id: string, decision: string, personId: string) =>
  (
    await ask(
      `mutation ($input: DecideReviewItemInput!) { done: decideReviewItem(input: $input) {
        ... on Refused { code } ... on ReviewItemDecided { reviewItem { ${itemFields} } } } }`,
      { input: { id, decision, personId } },
    )
  ).done;

const reopen = async (id: string) =>
  (
    await ask(
      `mutation ($id: ID!) { done: reopenReviewItem(id: $id) {
        ... on Refused { code } ... on ReviewItemReopened { reviewItem { ${itemFields} } } } }`,
      { id },
    )
  ).done;

const holderOf = async (externalId: string) =>
  (
    await scene.platform.sql.query(
      'SELECT person_id FROM profile.person_identity WHERE company_id = $1 AND external_id = $2',
      [companyId, externalId],
    )
  ).rows.map((row) => row.person_id);

/** Two people and one id, as two rows of a source say it. */
async function conflict() {
  const { 'a@example.org': a = '' } = await resolve({ email: 'a@example.org', externalId: 'B-7' });
  const { 'b@example.org': b = '' } = await resolve({ email: 'b@example.org', externalId: 'B-7' });
  const { nodes } = await items();
  return { a, b, item: nodes[0].id as string };
}

describe('a row that names the address of one person and the id of another', () => {
  it('is stored with the person of the address, and makes a review item instead of a guess', async () => {
    const { a, b } = await conflict();
    expect(a).not.toBe(b);
    expect(await holderOf('B-7')).toEqual([a]);
    expect(await items(true)).toEqual({
      totalCount: 1,
      nodes: [
        {
          id: expect.any(String),
          system: 'buddy',
          externalId: 'B-7',
          decision: null,
          ownerId: null,
          decidedBy: null,
          claimant: { participant: { id: b }, volunteer: null },
          holder: { participant: { id: a }, volunteer: null },
        },
      ],
    });
    const { participants } = await ask(
      '{ participants(filter: { hasOpenReviewItem: true }) { totalCount nodes { id openReviewItems { id } } } }',
    );
    expect(participants.totalCount).toBe(2);
    expect(participants.nodes[0].openReviewItems).toHaveLength(1);
  });

  it('is asked about once, however often it comes and whoever of the two claims', async () => {
    await conflict();
    await resolve({ email: 'b@example.org', externalId: 'B-7' });
    await resolve({ email: 'a@example.org', externalId: 'B-7' }, { email: 'b@example.org', externalId: 'B-7' });
    expect((await items()).totalCount).toBe(1);
  });

  it('is found within one call too, and among volunteers', async () => {
    await resolve({ email: 'a@example.org', externalId: 'X-1' }, { email: 'b@example.org', externalId: 'X-1' });
    await resolve(
      { kind: 'VOLUNTEER', email: 'v@example.org', externalId: 'X-1' },
      { kind: 'VOLUNTEER', email: 'w@example.org', externalId: 'X-1' },
    );
    const { nodes } = await items();
    expect(nodes).toHaveLength(2);
    expect(nodes[0].holder).toMatchObject({ participant: null, volunteer: { id: expect.any(String) } });
    expect(nodes[1].holder).toMatchObject({ participant: { id: expect.any(String) }, volunteer: null });
  });

  it('leaves no doubt when many imports claim at once: one holder, and an item for each of the others', async () => {
    const emails = Array.from({ length: 12 }, (_, n) => `p${n}@example.org`);
    const ids = (
      await Promise.all(
        emails.map((email) => resolve({ email, externalId: 'RACE' }, { email: `other-${email}`, externalId: email })),
      )
    ).map((found, n) => found[emails[n] ?? '']);
    const [holder, ...more] = await holderOf('RACE');
    expect(more).toEqual([]);
    const { nodes } = await items();
    expect(nodes).toHaveLength(11);
    for (const { holder: side } of nodes) expect(side.participant.id).toBe(holder);
    const claimants = nodes.map((node: { claimant: { participant: { id: string } } }) => node.claimant.participant.id);
    expect([...claimants, holder].sort()).toEqual([...ids].sort());
  });

  it.each([' B-7', '', 'x'.repeat(255), 'a\u0000b'])('refuses the external id "%s"', async (externalId) => {
    const input = { personKind: 'PARTICIPANT', personId: newId(), system: 'discord', externalId };
    const { linkIdentity } = await ask(
      'mutation ($input: LinkIdentityInput!) { linkIdentity(input: $input) { ... on Refused { code } } }',
      { input },
    );
    expect(linkIdentity).toEqual({ code: 'EXTERNAL_ID_INVALID' });
  });
});

describe('decideReviewItem', () => {
  it('merges both when they are the same person, and takes it back when it is reopened', async () => {
    const { a, b, item } = await conflict();
    expect(await decide(item, 'SAME_PERSON', a)).toMatchObject({
      reviewItem: {
        decision: 'SAME_PERSON',
        decidedBy: { id: admin.memberId },
        claimant: { participant: { id: a } },
        holder: { participant: { id: a } },
      },
    });
    expect((await ask('{ participants { totalCount } }')).participants.totalCount).toBe(1);
    await resolve({ email: 'b@example.org', externalId: 'B-7' });
    expect((await items(true)).totalCount).toBe(0);
    expect(await decide(item, 'SAME_PERSON', a)).toEqual({ code: 'REVIEW_ITEM_DECIDED' });
    expect(await reopen(item)).toMatchObject({ reviewItem: { decision: null, claimant: { participant: { id: b } } } });
    expect((await ask('{ participants { totalCount } }')).participants.totalCount).toBe(2);
    expect(await reopen(item)).toEqual({ code: 'REVIEW_ITEM_OPEN' });
  });

  it('gives the id to whoever is said to own it, and asks no more', async () => {
    const { a, b, item } = await conflict();
    expect(await decide(item, 'DIFFERENT_PEOPLE', b)).toMatchObject({
      reviewItem: { decision: 'DIFFERENT_PEOPLE', ownerId: b },
    });
    expect(await holderOf('B-7')).toEqual([b]);
    await resolve({ email: 'a@example.org', externalId: 'B-7' });
    expect((await items()).totalCount).toBe(1);
    await reopen(item);
    expect(await holderOf('B-7')).toEqual([a]);
    await decide(item, 'DIFFERENT_PEOPLE', a);
    expect(await holderOf('B-7')).toEqual([a]);
  });

  it('is answered by a merge of both, and a question again when that is undone', async () => {
    const { a, b, item } = await conflict();
    const { mergeParticipants } = await ask(
      `mutation ($keepId: ID!, $mergedId: ID!) { mergeParticipants(input: { keepId: $keepId, mergedId: $mergedId }) {
        ... on ParticipantsMerged { merge { id } } } }`,
      { keepId: b, mergedId: a },
    );
    expect((await items()).nodes[0]).toMatchObject({ id: item, decision: 'SAME_PERSON' });
    await ask('mutation ($id: ID!) { unmergePeople(mergeId: $id) { ... on Refused { code } } }', {
      id: mergeParticipants.merge.id,
    });
    expect((await items()).nodes[0]).toMatchObject({ id: item, decision: null });
  });

  it('takes no third person, and nothing of another company', async () => {
    const { item } = await conflict();
    const third = await scene.addPerson('participant', companyId, 'c@example.org');
    expect(await decide(item, 'SAME_PERSON', third)).toEqual({ code: 'PERSON_NOT_IN_REVIEW_ITEM' });
    expect(await decide(newId(), 'SAME_PERSON', third)).toEqual({ code: 'REVIEW_ITEM_NOT_FOUND' });
    const stranger = await scene.addMember(await scene.platform.addCompany('Borealis'), 'COMPANY_ADMIN');
    const query = `mutation ($input: DecideReviewItemInput!) { decideReviewItem(input: $input) { ... on Refused { code } } }`;
    const input = { id: item, decision: 'SAME_PERSON', personId: third };
    expect(await ask(query, { input }, stranger)).toEqual({ decideReviewItem: { code: 'REVIEW_ITEM_NOT_FOUND' } });
  });
});

describe('linkIdentity and unlinkIdentity', () => {
  const link = async (personId: string, externalId: string, system = 'discord') =>
    (
      await ask(
        `mutation ($input: LinkIdentityInput!) { done: linkIdentity(input: $input) { __typename
          ... on Refused { code } ... on IdentityLinked { identity { id system externalId } }
          ... on ReviewItemRaised { reviewItem { holder { participant { id } } claimant { participant { id } } } } } }`,
        { input: { personKind: 'PARTICIPANT', personId, system, externalId } },
      )
    ).done;

  it('gives an id, again without a change, and takes it away, each change with a line in the audit log', async () => {
    const olena = await scene.addPerson('participant', companyId, 'olena@example.org');
    const { identity } = await link(olena, 'olena#1');
    expect(await link(olena, 'olena#1')).toMatchObject({ identity: { id: identity.id } });
    const query = `mutation ($id: ID!) { done: unlinkIdentity(id: $id) { ... on Refused { code } ... on IdentityUnlinked { identityId } } }`;
    expect((await ask(query, { id: identity.id })).done).toEqual({ identityId: identity.id });
    expect((await ask(query, { id: identity.id })).done).toEqual({ code: 'IDENTITY_NOT_FOUND' });
    const actions = (await scene.events(companyId)).map(({ data }) => data.action);
    expect(actions).toEqual(['identity.linked', 'identity.unlinked']);
  });

  it("raises a review item for somebody else's id", async () => {
    const olena = await scene.addPerson('participant', companyId, 'olena@example.org');
    const iryna = await scene.addPerson('participant', companyId, 'iryna@example.org');
    await link(olena, 'o#1');
    expect(await link(iryna, 'o#1')).toEqual({
      __typename: 'ReviewItemRaised',
      reviewItem: { holder: { participant: { id: olena } }, claimant: { participant: { id: iryna } } },
    });
    expect(await holderOf('o#1')).toEqual([olena]);
  });

  it('refuses unknown people and names of systems that are none', async () => {
    const olena = await scene.addPerson('participant', companyId, 'olena@example.org');
    expect(await link(newId(), 'x')).toMatchObject({ code: 'PERSON_NOT_FOUND' });
    expect(await link(olena, 'x', 'Discord Inc.')).toMatchObject({ code: 'SYSTEM_INVALID' });
  });
});
