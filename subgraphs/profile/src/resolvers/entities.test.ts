import { newId } from '@teei/runtime/id';
import { anonymous, type MemberViewer } from '@teei/runtime/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ProfileScene, startProfileScene } from '../testing/profile-scene.ts';

const entities = /* GraphQL */ `
  query ($representations: [_Any!]!) {
    _entities(representations: $representations) {
      __typename
      ... on Participant { id email identities { externalId } }
      ... on Volunteer { id email identities { externalId } }
      ... on Member { id role }
      ... on Company { id name }
    }
  }
`;

let scene: ProfileScene;
let acme: string;
let borealis: string;
let admin: MemberViewer;
let stranger: MemberViewer;
const people: string[] = [];
const foreign: Record<string, string> = {};

beforeAll(async () => {
  scene = await startProfileScene();
  acme = await scene.platform.addCompany('Acme');
  borealis = await scene.platform.addCompany('Borealis');
  admin = await scene.addMember(acme, 'COMPANY_ADMIN');
  stranger = await scene.addMember(borealis, 'COMPANY_ADMIN');
  for (let n = 0; n < 60; n++) people.unshift(await scene.addPerson('participant', acme, `p${n}@example.org`));
  for (let n = 0; n < 5; n++) await scene.addPerson('volunteer', acme, `v${n}@example.org`);
  people.sort().reverse();
  foreign.Participant = await scene.addPerson('participant', borealis, 'p@example.org');
  foreign.Volunteer = await scene.addPerson('volunteer', borealis, 'v@example.org');
  foreign.Member = stranger.memberId;
  foreign.Company = borealis;
});

afterAll(() => scene.close());

describe('entities', () => {
  it('are read with one statement for each kind, however many there are', async () => {
    const representations = people.map((id) => ({ __typename: 'Participant', id }));
    const statements = await scene.statementsOf(async () => {
      const { data } = await scene.ask(admin, entities, { representations });
      expect(data._entities.map((each: { id: string }) => each.id)).toEqual(people);
    });
    expect(statements).toHaveLength(2);
  });

  it.each(['Participant', 'Volunteer', 'Member', 'Company'])(
    'answers a foreign %s like an unknown one',
    async (type) => {
      for (const id of [foreign[type], newId(), 'no id at all', "' OR true --"]) {
        const { data, errors } = await scene.ask(admin, entities, { representations: [{ __typename: type, id }] });
        expect({ data, errors }).toEqual({ data: { _entities: [null] }, errors: undefined });
      }
    },
  );

  it('are nothing to the anonymous', async () => {
    const representations = [{ __typename: 'Participant', id: people[0] }];
    expect((await scene.ask(anonymous, entities, { representations })).data).toEqual({ _entities: [null] });
  });
});

describe('participant and volunteer', () => {
  it.each(['participant', 'volunteer'])('answers a foreign %s like an unknown one', async (field) => {
    const query = `query ($id: ID!) { ${field}(id: $id) { id email } }`;
    const id = foreign[field === 'participant' ? 'Participant' : 'Volunteer'];
    for (const each of [id, newId(), 'no id at all']) {
      expect(await scene.ask(admin, query, { id: each })).toEqual({ data: { [field]: null }, errors: undefined });
    }
  });
});

describe('lists', () => {
  const page = /* GraphQL */ `
    query ($first: Int, $after: String) {
      participants(first: $first, after: $after) { totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor } }
    }
  `;

  it('go through everybody once, newest first, while others join', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await scene.ask(admin, page, { first: 25, after });
      const { nodes, pageInfo } = data.participants;
      seen.push(...nodes.map(({ id }: { id: string }) => id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      if (seen.length === 25) await scene.addPerson('participant', acme, 'late@example.org');
    } while (after !== null);
    expect(seen).toEqual(people);
    expect((await scene.ask(admin, page, { first: 1 })).data.participants.totalCount).toBe(61);
  });

  it('with what hangs on them cost one statement for each list, not for each row', async () => {
    const query = /* GraphQL */ `
      {
        participants(first: 50) { totalCount nodes { email identities { system externalId } } }
        volunteers { totalCount nodes { email identities { system externalId } } }
        members { nodes { name } }
      }
    `;
    const statements = await scene.statementsOf(async () => {
      const { data, errors } = await scene.ask(admin, query);
      expect(errors).toBeUndefined();
      expect(data.participants.nodes[49].identities).toHaveLength(1);
    });
    expect(statements).toHaveLength(7);
  });

  it.each([
    ['a page of 101', { first: 101 }, 'PAGE_TOO_LARGE'],
    ['a page of none', { first: 0 }, 'PAGE_TOO_LARGE'],
    ['a cursor that nobody gave out', { after: 'rubbish' }, 'CURSOR_INVALID'],
    ['a cursor with another key in it', { after: Buffer.from('["x"]').toString('base64url') }, 'CURSOR_INVALID'],
  ])('refuse %s', async (_, variables, code) => {
    const { data, errors } = await scene.ask(admin, page, variables);
    expect(data).toEqual({ participants: null });
    expect(errors?.[0]?.extensions?.code).toBe(code);
  });
});

describe('self:read', () => {
  it('shows oneself and no colleague', async () => {
    const user = await scene.addMember(acme, 'COMPANY_USER');
    const query =
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Member { role email } } }';
    const ofMember = (id: string) => scene.ask(user, query, { representations: [{ __typename: 'Member', id }] });
    expect((await ofMember(user.memberId)).data._entities).toEqual([
      { role: 'COMPANY_USER', email: `${user.userId}@example.org` },
    ]);
    const colleague = await ofMember(admin.memberId);
    expect(colleague.data).toEqual({ _entities: [null] });
    expect(colleague.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});
