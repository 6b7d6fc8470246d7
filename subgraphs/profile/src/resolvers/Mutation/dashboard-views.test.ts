import { newId } from '@teei/runtime/id';
import { inTenant } from '@teei/runtime/tenant-transaction';
import type { MemberViewer } from '@teei/runtime/viewer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ProfileScene, startProfileScene } from '../../testing/profile-scene.ts';

const save = /* GraphQL */ `
  mutation ($input: SaveDashboardViewInput!) {
    saveDashboardView(input: $input) {
      __typename
      ... on Refused { code }
      ... on DashboardViewSaved { view { id name tiles hidden period sharedWith isOwn isDefault } }
    }
  }
`;
const remove = 'mutation ($id: ID!) { deleteDashboardView(id: $id) { __typename ... on Refused { code } } }';
const choose = 'mutation ($id: ID) { chooseDefaultView(id: $id) { __typename ... on Refused { code } } }';
const list = '{ dashboardViews { id name isOwn isDefault } }';
const pin = /* GraphQL */ `
  mutation ($input: PinAnnotationInput!) {
    pinAnnotation(input: $input) {
      __typename
      ... on Refused { code }
      ... on AnnotationPinned { annotation { text period changedAt } }
    }
  }
`;
const unpin = 'mutation ($id: ID!) { removeAnnotation(id: $id) { __typename ... on Refused { code } } }';

let scene: ProfileScene;
let companyId: string;
let analyst: MemberViewer;
let reviewer: MemberViewer;
let user: MemberViewer;

beforeAll(async () => {
  scene = await startProfileScene();
});
beforeEach(async () => {
  companyId = await scene.platform.addCompany('Acme');
  analyst = await scene.addMember(companyId, 'ANALYST');
  reviewer = await scene.addMember(companyId, 'REVIEWER');
  user = await scene.addMember(companyId, 'COMPANY_USER');
});
afterAll(() => scene.close());

const view = (facts: object = {}) => ({
  ...{ id: newId(), name: 'Mine', tiles: ['SESSIONS', 'OUTCOME_LEVEL.BELONGING'], hidden: ['SESSIONS'] },
  ...{ period: 'MONTH', programmeId: null, sharedWith: [], ...facts },
});

async function answer(viewer: MemberViewer, query: string, variables: Record<string, unknown> = {}) {
  const { data, errors } = await scene.ask(viewer, query, variables);
  expect(errors).toBeUndefined();
  return Object.values(data)[0] as Record<string, unknown>;
}
const namesFor = async (viewer: MemberViewer) =>
  ((await answer(viewer, list)) as unknown as { name: string }[]).map(({ name }) => name);

describe('a view of the dashboard', () => {
  it('is its owner’s alone, is changed under its id, and is told to nobody', async () => {
    const mine = view();
    expect(await answer(user, save, { input: mine })).toMatchObject({
      __typename: 'DashboardViewSaved',
      view: { name: 'Mine', period: 'MONTH', isOwn: true, isDefault: false },
    });
    expect(await answer(user, save, { input: { ...mine, name: 'Renamed', period: '2026-W07' } })).toMatchObject({
      view: { name: 'Renamed', period: '2026-W07' },
    });
    expect(await namesFor(user)).toEqual(['Renamed']);
    expect(await namesFor(analyst)).toEqual([]);
    for (const [query, variables] of [
      [save, { input: mine }],
      [remove, { id: mine.id }],
      [choose, { id: mine.id }],
    ] as const)
      expect(await answer(analyst, query, variables)).toMatchObject({ code: 'VIEW_NOT_FOUND' });
    expect(await namesFor(user)).toEqual(['Renamed']);
    expect(await scene.events(companyId)).toEqual([]);
  });

  it('is shared with roles by who may share, which the audit log keeps; others may use it and not change it', async () => {
    const shared = view({ name: 'For reviewers', sharedWith: ['REVIEWER'] });
    expect(await answer(user, save, { input: shared })).toMatchObject({ code: 'VIEW_SHARING' });
    await answer(analyst, save, { input: shared });
    expect(await namesFor(reviewer)).toEqual(['For reviewers']);
    expect(await namesFor(user)).toEqual([]);
    expect(await answer(reviewer, remove, { id: shared.id })).toMatchObject({ code: 'VIEW_NOT_FOUND' });
    expect(await answer(reviewer, choose, { id: shared.id })).toMatchObject({ __typename: 'DefaultViewChosen' });
    expect(await answer(reviewer, list)).toMatchObject([{ isOwn: false, isDefault: true }]);
    await answer(analyst, remove, { id: shared.id });
    expect(await namesFor(reviewer)).toEqual([]);
    expect((await scene.events(companyId)).map(({ data }) => [data.action, data.detail])).toEqual([
      ['dashboardView.shared', { from: [], to: ['REVIEWER'] }],
      ['dashboardView.deleted', { sharedWith: ['REVIEWER'] }],
    ]);
  });

  it.each([
    ['VIEW_NAME', { name: '  ' }],
    ['VIEW_ARRANGEMENT', { tiles: ['SESSIONS', 'SESSIONS'] }],
    ['VIEW_ARRANGEMENT', { tiles: ['<script>'] }],
    ['VIEW_ARRANGEMENT', { period: '2026-13' }],
  ])('is refused with %s for %j', async (code, facts) => {
    expect(await answer(user, save, { input: view(facts) })).toMatchObject({ code });
  });

  it('is kept from other members of the company by the database itself', async () => {
    const mine = view();
    await answer(user, save, { input: mine });
    const seen = (viewer: MemberViewer) =>
      inTenant(scene.profile.parts.database, viewer, async (tx) => {
        await tx.sql`UPDATE profile.dashboard_view SET name = 'Taken'`;
        await tx.sql`DELETE FROM profile.dashboard_view WHERE member_id <> ${viewer.memberId}`;
        return tx.sql<{ name: string }>`SELECT name FROM profile.dashboard_view`;
      });
    expect(await seen(analyst)).toEqual([]);
    expect(await namesFor(user)).toEqual(['Mine']);
    expect(await seen(user)).toEqual([{ name: 'Taken' }]);
  });
});

describe('a note about a period', () => {
  it('is pinned, changed and removed by who may, once however often it is asked, and the audit log says so without its text', async () => {
    const note = { id: newId(), period: '2026-Q1', programmeId: null, text: 'A new <b>course</b>' };
    const pinned = { text: note.text, period: '2026-Q1', changedAt: null };
    expect(await answer(analyst, pin, { input: note })).toMatchObject({ annotation: pinned });
    await answer(analyst, pin, { input: { ...note, text: 'A new course began' } });
    expect((await scene.ask(user, '{ annotations { text } }')).data).toEqual({
      annotations: [{ text: 'A new course began' }],
    });
    const other = await scene.addMember(await scene.platform.addCompany('Other'), 'COMPANY_ADMIN');
    expect(await answer(other, unpin, { id: note.id })).toMatchObject({ code: 'ANNOTATION_NOT_FOUND' });
    expect((await scene.ask(other, '{ annotations { text } }')).data).toEqual({ annotations: [] });
    expect((await scene.ask(user, pin, { input: note })).errors).toHaveLength(1);
    expect(await answer(analyst, unpin, { id: note.id })).toMatchObject({ __typename: 'AnnotationRemoved' });
    const told = await scene.events(companyId);
    expect(told.map(({ data }) => data.action)).toEqual([
      'annotation.pinned',
      'annotation.changed',
      'annotation.removed',
    ]);
    expect(JSON.stringify(told)).not.toContain('course');
  });

  it.each([
    ['ANNOTATION_PERIOD', { period: '2026' }],
    ['ANNOTATION_TEXT', { text: ' ' }],
    ['ANNOTATION_TEXT', { text: 'x'.repeat(501) }],
  ])('is refused with %s', async (code, facts) => {
    const input = { id: newId(), period: '2026-02', programmeId: null, text: 'x', ...facts };
    expect(await answer(analyst, pin, { input })).toMatchObject({ code });
  });
});
