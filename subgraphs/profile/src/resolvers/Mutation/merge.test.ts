import { newId } from '@teei/runtime/id';
import type { MemberViewer } from '@teei/runtime/viewer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ProfileScene, startProfileScene } from '../../testing/profile-scene.ts';

let scene: ProfileScene;
let companyId: string;
let admin: MemberViewer;
let olena: string;
let double: string;

beforeAll(async () => {
  scene = await startProfileScene();
});

beforeEach(async () => {
  companyId = await scene.platform.addCompany('Acme');
  admin = await scene.addMember(companyId, 'COMPANY_ADMIN');
  olena = await scene.addPerson('participant', companyId, 'olena@example.org');
  double = await scene.addPerson('participant', companyId, 'o.koval@example.org');
});

afterAll(() => scene.close());

const merging = /* GraphQL */ `
  mutation ($keepId: ID!, $mergedId: ID!) {
    done: mergeParticipants(input: { keepId: $keepId, mergedId: $mergedId }) {
      ... on Refused { code }
      ... on ParticipantsMerged {
        merge { id keptId mergedId mergedEmail unmergedAt mergedBy { id } }
        participant { id email identities { externalId } merges { id } }
      }
    }
  }
`;

async function ask(query: string, variables?: Record<string, unknown>, viewer = admin) {
  const { data, errors } = await scene.ask(viewer, query, variables);
  expect(errors).toBeUndefined();
  return data;
}

const merge = async (keepId: string, mergedId: string, viewer = admin) =>
  (await ask(merging, { keepId, mergedId }, viewer)).done;
const unmerge = async (mergeId: string) =>
  (
    await ask(
      `mutation ($mergeId: ID!) { done: unmergePeople(mergeId: $mergeId) {
        ... on Refused { code } ... on PeopleUnmerged { merge { id unmergedAt } } } }`,
      { mergeId },
    )
  ).done;

/** All that can be read of the company's people. */
const people = () =>
  ask(`{ participants { totalCount nodes { id email createdAt identities { id externalId linkedAt } } } }`);

describe('mergeParticipants', () => {
  it('shows two participants as one, with the identities of both and who did it', async () => {
    const merged = await merge(olena, double);
    expect(merged).toEqual({
      merge: {
        id: expect.any(String),
        keptId: olena,
        mergedId: double,
        mergedEmail: 'o.koval@example.org',
        unmergedAt: null,
        mergedBy: { id: admin.memberId },
      },
      participant: {
        id: olena,
        email: 'olena@example.org',
        identities: [{ externalId: 'olena@example.org' }, { externalId: 'o.koval@example.org' }],
        merges: [{ id: merged.merge.id }],
      },
    });
    const { participants } = await ask('{ participants { totalCount nodes { id } } }');
    expect(participants).toEqual({ totalCount: 1, nodes: [{ id: olena }] });
  });

  it('answers the kept participant for the id, the address and the reference of the merged one', async () => {
    await merge(olena, double);
    const found = await ask(
      `query ($id: ID!, $any: [_Any!]!) { participant(id: $id) { id }
        participants(filter: { search: "O.KOV" }) { totalCount nodes { id } } _entities(representations: $any) { ... on Participant { id } } }`,
      { id: double, any: [{ __typename: 'Participant', id: double }] },
    );
    expect(found).toEqual({
      participant: { id: olena },
      participants: { totalCount: 1, nodes: [{ id: olena }] },
      _entities: [{ id: olena }],
    });
  });

  it('tells the other subgraphs and the audit log, in ids alone', async () => {
    const { merge: made } = await merge(olena, double);
    await unmerge(made.id);
    const data = { keptId: olena, mergedId: double };
    const line = { actor: `member:${admin.memberId}`, target: olena };
    const detail = { kind: 'PARTICIPANT', mergedId: double, mergeId: made.id };
    expect(await scene.events(companyId)).toEqual([
      { type: 'profile.participant.merged', subject: olena, data: { ...data, revision: 1 } },
      { type: 'audit.recorded', subject: olena, data: { ...line, action: 'person.merged', detail } },
      { type: 'profile.participant.unmerged', subject: olena, data: { ...data, revision: 2 } },
      { type: 'audit.recorded', subject: olena, data: { ...line, action: 'person.unmerged', detail } },
    ]);
  });

  it('is undone to the letter, and can be done again', async () => {
    const before = await people();
    for (let round = 0; round < 2; round++) {
      const { merge: made } = await merge(olena, double);
      expect(await people()).not.toEqual(before);
      expect(await unmerge(made.id)).toMatchObject({ merge: { unmergedAt: expect.any(String) } });
      expect(await people()).toEqual(before);
      expect(await unmerge(made.id)).toEqual({ code: 'MERGE_NOT_FOUND' });
    }
    const { participant } = await ask('query ($id: ID!) { participant(id: $id) { merges { mergedId unmergedAt } } }', {
      id: olena,
    });
    expect(participant.merges).toHaveLength(2);
  });

  it('refuses chains, cycles and people who are not there', async () => {
    const third = await scene.addPerson('participant', companyId, 'third@example.org');
    const volunteer = await scene.addPerson('volunteer', companyId, 'v@example.org');
    const other = await scene.platform.addCompany('Borealis');
    const foreign = await scene.addPerson('participant', other, 'foreign@example.org');
    const { merge: first } = await merge(olena, double);
    expect(await merge(double, olena)).toEqual({ code: 'KEPT_PERSON_IS_MERGED' });
    expect(await merge(third, double)).toEqual({ code: 'PERSON_ALREADY_MERGED' });
    expect(await merge(double, third)).toEqual({ code: 'KEPT_PERSON_IS_MERGED' });
    expect(await merge(third, olena)).toEqual({ code: 'MERGED_PERSON_HAS_OTHERS' });
    expect(await merge(olena, olena)).toEqual({ code: 'MERGE_WITH_ITSELF' });
    for (const id of [volunteer, foreign, newId(), 'no id'])
      expect(await merge(olena, id)).toEqual({ code: 'PERSON_NOT_FOUND' });
    await unmerge(first.id);
    expect(await merge(third, olena)).toMatchObject({ merge: { keptId: third } });
  });

  it('lets one of two win who merge the same people the other way round at once', async () => {
    const both = await Promise.all([merge(olena, double), merge(double, olena)]);
    expect(both.filter((answer) => answer.merge)).toHaveLength(1);
    expect(both.find((answer) => answer.code)).toMatchObject({ code: expect.stringMatching(/MERGED/) });
    const { participants } = await ask('{ participants { totalCount } }');
    expect(participants.totalCount).toBe(1);
  });

  it('is not undone by an admin of another company, and needs people:write', async () => {
    const { merge: made } = await merge(olena, double);
    const stranger = await scene.addMember(await scene.platform.addCompany('Borealis'), 'COMPANY_ADMIN');
    const query = 'mutation ($id: ID!) { unmergePeople(mergeId: $id) { ... on Refused { code } } }';
    expect((await ask(query, { id: made.id }, stranger)).unmergePeople).toEqual({ code: 'MERGE_NOT_FOUND' });
    const analyst = await scene.addMember(companyId, 'ANALYST');
    const { errors } = await scene.ask(analyst, query, { id: made.id });
    expect(errors?.[0]?.extensions?.code).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
  });

  it('merges volunteers too', async () => {
    const [kari, twice] = [
      await scene.addPerson('volunteer', companyId, 'kari@example.org'),
      await scene.addPerson('volunteer', companyId, 'kari.n@example.org'),
    ];
    const { mergeVolunteers } = await ask(
      `mutation ($keepId: ID!, $mergedId: ID!) { mergeVolunteers(input: { keepId: $keepId, mergedId: $mergedId }) {
        ... on VolunteersMerged { volunteer { id identities { externalId } } } } }`,
      { keepId: kari, mergedId: twice },
    );
    expect(mergeVolunteers.volunteer.identities).toHaveLength(2);
    expect((await ask('{ volunteers { totalCount } }')).volunteers.totalCount).toBe(1);
  });
});

describe('the list of participants', () => {
  it('finds by the beginning of the address and of each word of the name, and takes wildcards by their letter', async () => {
    await scene.platform.sql.query(`UPDATE profile.participant SET display_name = 'Olena Коваль' WHERE id = $1`, [
      olena,
    ]);
    const search = async (text: string) =>
      (
        await ask('query ($search: String) { participants(filter: { search: $search }) { totalCount nodes { id } } }', {
          search: text,
        })
      ).participants;
    for (const text of ['olen', 'КОВ', ' olena ко'])
      expect(await search(text)).toEqual({ totalCount: 1, nodes: [{ id: olena }] });
    for (const text of ['lena', '%', '_', 'o%', '\\', 'o\u0000l']) expect((await search(text)).totalCount).toBe(0);
    expect((await search('  ')).totalCount).toBe(2);
  });

  it('is narrowed by language and pages by key', async () => {
    await scene.platform.sql.query(`UPDATE profile.participant SET language = 'uk' WHERE company_id = $1`, [companyId]);
    const third = await scene.addPerson('participant', companyId, 'third@example.org');
    const page = async (variables: Record<string, unknown>) =>
      (
        await ask(
          `query ($after: String, $filter: ParticipantFilter) { participants(first: 1, after: $after, filter: $filter) {
            totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`,
          variables,
        )
      ).participants;
    const filter = { language: 'uk' };
    const first = await page({ filter });
    expect(first).toMatchObject({ totalCount: 2, nodes: [{ id: double }], pageInfo: { hasNextPage: true } });
    const second = await page({ filter, after: first.pageInfo.endCursor });
    expect(second).toMatchObject({ nodes: [{ id: olena }], pageInfo: { hasNextPage: false } });
    expect(await page({ filter: { language: 'no' } })).toMatchObject({ totalCount: 0, nodes: [] });
    expect(await page({ filter: { programmeId: 'no id' } })).toMatchObject({ totalCount: 0, nodes: [] });
    expect(await page({})).toMatchObject({ totalCount: 3, nodes: [{ id: third }] });
  });

  it('is closed to those who may not read people', async () => {
    const user = await scene.addMember(companyId, 'COMPANY_USER');
    const { data, errors } = await scene.ask(
      user,
      '{ participants { totalCount nodes { id } } reviewItems { totalCount } }',
    );
    expect(data).toEqual({ participants: null, reviewItems: null });
    expect(errors).toHaveLength(2);
  });
});
