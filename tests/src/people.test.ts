import { newId } from '@teei/runtime/id';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from './caller.ts';
import { companyData, metricsOf } from './company-data.ts';
import { importFile } from './importing.ts';
import { settled } from './settled.ts';
import { type Company, startTestStack, type TestStack } from './with-stack.ts';

// Two addresses of one woman, and five other participants, so that a merge takes the group from seven to six.
const header =
  'session_id,session_type,participant_email,volunteer_email,date,duration_min,rating,feedback_text,language_level\n';
const said = '"I was not afraid of speaking up and I rang the office myself."';
const line = (id: string, email: string, date: string, kind = 'language') =>
  `${id},${kind},${email},kari@aurora.example,${date}T10:00:00Z,60,5,${said},B1\n`;
const others = [1, 2, 3, 4, 5].map((n) => line(`S-${n}`, `p${n}@example.org`, '2026-03-02')).join('');
const file =
  header +
  others +
  line('O-1', 'olena@example.org', '2026-03-03') +
  line('O-2', 'olena@example.org', '2026-02-03', 'mentorship') +
  line('K-1', 'o.koval@example.org', '2026-03-04') +
  line('K-2', 'o.koval@example.org', '2026-04-04');

let platform: TestStack;
let company: Company;
let admin: Caller;
const ids = new Map<string, string>();

beforeAll(async () => {
  platform = await startTestStack();
  company = await platform.addCompany('Merging');
  admin = await platform.administrator(company);
  await importFile(admin, file);
  await settled(platform.sql);
  const { participants } = await admin.get<{ participants: { nodes: { id: string; email: string }[] } }>(
    '{ participants { nodes { id email } } }',
  );
  for (const { id, email } of participants.nodes) ids.set(email, id);
}, 120_000);
afterAll(() => platform.close());

const idOf = (email: string) => ids.get(email) ?? '';

async function merge(): Promise<string> {
  const { mergeParticipants } = await admin.get<{ mergeParticipants: { merge: { id: string } } }>(
    `mutation ($input: MergePeopleInput!) { mergeParticipants(input: $input) { ... on ParticipantsMerged { merge { id } } } }`,
    { input: { keepId: idOf('olena@example.org'), mergedId: idOf('o.koval@example.org') } },
  );
  await settled(platform.sql);
  return mergeParticipants.merge.id;
}

async function unmerge(mergeId: string): Promise<void> {
  await admin.get('mutation ($mergeId: ID!) { unmergePeople(mergeId: $mergeId) { __typename } }', { mergeId });
  await settled(platform.sql);
}

const person = `id email
  identities { system externalId }
  sessions { totalCount nodes { sourceId participant { id } } }
  enrolments { totalCount nodes { enrolledAt programme { kind } participant { id } } }
  outcomeScores { totalCount nodes { session { sourceId } participant { id } } }
  consents { participant { id } }`;

interface Person {
  readonly id: string;
  readonly email: string;
  readonly sessions: {
    readonly totalCount: number;
    readonly nodes: { sourceId: string; participant: { id: string } }[];
  };
  readonly enrolments: { readonly totalCount: number; readonly nodes: { enrolledAt: string }[] };
  readonly outcomeScores: { readonly totalCount: number; readonly nodes: object[] };
}

const read = async (id: string) =>
  (await admin.get<{ participant: Person }>(`query ($id: ID!) { participant(id: $id) { ${person} } }`, { id }))
    .participant;

/** Everything that the graph says of people, and every number. */
async function everything() {
  const graph = await admin.get(
    `{ participants(first: 50) { totalCount nodes { ${person} } }
      programmes { nodes { kind sessions { totalCount nodes { participant { id } } } enrolments { totalCount nodes { participant { id } } } } }
      evidence { nodes { session { sourceId participant { id } } } } }`,
  );
  return {
    graph,
    metrics: await metricsOf(platform.sql, company.id),
    data: await companyData(platform.sql, company.id),
  };
}

const participantsIn = async (month: string | null) => {
  const { rows } = await platform.sql.query(
    `SELECT value FROM outcomes.metric WHERE company_id = $1 AND name = 'PARTICIPANTS' AND grain IN ('MONTH', 'ALL_TIME') AND programme_id IS NULL AND to_char(month, 'YYYY-MM') IS NOT DISTINCT FROM $2`,
    [company.id, month],
  );
  return rows[0]?.value;
};

describe('two participants who are found to be one', () => {
  test('are one everywhere in the graph: sessions, places, scores, consents, counts', async () => {
    const [olena, koval] = [idOf('olena@example.org'), idOf('o.koval@example.org')];
    await platform.sql.query(
      `INSERT INTO privacy.consent (id, company_id, participant_id, purpose, granted, text_version) VALUES ($1, $2, $3, 'PROGRAMME', true, '1')`,
      [newId(), company.id, koval],
    );
    const mergeId = await merge();
    const merged = await read(olena);
    expect(merged).toMatchObject({ id: olena, email: 'olena@example.org', consents: [{ participant: { id: olena } }] });
    expect(merged.sessions.nodes.map(({ sourceId }) => sourceId)).toEqual(['K-2', 'K-1', 'O-1', 'O-2']);
    expect(merged.sessions.totalCount).toBe(4);
    expect(merged.sessions.nodes.every(({ participant }) => participant.id === olena)).toBe(true);
    // Both had a place in the language programme; the merged person has one, since the earlier of the two.
    expect(merged.enrolments.totalCount).toBe(2);
    expect(merged.enrolments.nodes.map(({ enrolledAt }) => enrolledAt).sort()).toEqual([
      '2026-02-03T10:00:00.000Z',
      '2026-03-03T10:00:00.000Z',
    ]);
    expect(merged.outcomeScores.totalCount).toBeGreaterThanOrEqual(4);
    expect(await read(koval)).toEqual(merged);
    expect(JSON.stringify((await everything()).graph)).not.toContain(koval);
    const { programmes } = await admin.get<{
      programmes: { nodes: { kind: string; enrolments: { totalCount: number; nodes: object[] } }[] };
    }>('{ programmes { nodes { kind enrolments { totalCount nodes { id } } } } }');
    const language = programmes.nodes.find(({ kind }) => kind === 'LANGUAGE');
    expect([language?.enrolments.totalCount, language?.enrolments.nodes.length]).toEqual([6, 6]);
    await unmerge(mergeId);
  });

  test('are counted once by the metrics, and a group that becomes too small is not shown', async () => {
    const before = [await participantsIn('2026-03'), await participantsIn(null)];
    const mergeId = await merge();
    expect(before).toEqual([7, 7]);
    expect([await participantsIn('2026-03'), await participantsIn(null)]).toEqual([6, 6]);
    await unmerge(mergeId);
  });

  test('are two again after an unmerge, in every answer and every number', async () => {
    const before = await everything();
    for (let round = 0; round < 2; round++) {
      const mergeId = await merge();
      expect((await everything()).graph).not.toEqual(before.graph);
      await unmerge(mergeId);
      expect(await everything()).toEqual(before);
    }
  }, 60_000);

  test('get what comes under either address, and each keeps their own after an unmerge', async () => {
    const [olena, koval] = [idOf('olena@example.org'), idOf('o.koval@example.org')];
    const mergeId = await merge();
    await importFile(
      admin,
      header + line('K-3', 'o.koval@example.org', '2026-05-05') + line('K-1', 'o.koval@example.org', '2026-03-05'),
    );
    await settled(platform.sql);
    const { sessions } = await read(olena);
    expect(sessions.nodes.map(({ sourceId }) => sourceId)).toEqual(['K-3', 'K-2', 'K-1', 'O-1', 'O-2']);
    expect(await participantsIn('2026-05')).toBe(1);
    await unmerge(mergeId);
    expect((await read(olena)).sessions.nodes.map(({ sourceId }) => sourceId)).toEqual(['O-1', 'O-2']);
    expect((await read(koval)).sessions.nodes.map(({ sourceId }) => sourceId)).toEqual(['K-3', 'K-2', 'K-1']);
  });

  test('stay what they were told last, in whatever order the news comes', async () => {
    const before = await metricsOf(platform.sql, company.id);
    const merges = [];
    for (let round = 0; round < 5; round++) {
      const input = { keepId: idOf('olena@example.org'), mergedId: idOf('o.koval@example.org') };
      const { mergeParticipants } = await admin.get<{ mergeParticipants: { merge: { id: string } } }>(
        'mutation ($input: MergePeopleInput!) { mergeParticipants(input: $input) { ... on ParticipantsMerged { merge { id } } } }',
        { input },
      );
      const mergeId = mergeParticipants.merge.id;
      merges.push(mergeId);
      await admin.get('mutation ($mergeId: ID!) { unmergePeople(mergeId: $mergeId) { __typename } }', { mergeId });
    }
    expect(new Set(merges).size).toBe(5);
    await settled(platform.sql);
    expect(await metricsOf(platform.sql, company.id)).toEqual(before);
    for (const schema of ['programs', 'outcomes', 'privacy']) {
      const { rows } = await platform.sql.query(
        `SELECT count(*)::int AS merged FROM ${schema}.person_alias WHERE company_id = $1 AND kept_id <> person_id`,
        [company.id],
      );
      expect(rows).toEqual([{ merged: 0 }]);
    }
  });
});

test('the list of participants is narrowed by programme, merged people included, and follows an undone import', async () => {
  const { programmes } = await admin.get<{ programmes: { nodes: { id: string; kind: string }[] } }>(
    '{ programmes { nodes { id kind } } }',
  );
  const language = programmes.nodes.find(({ kind }) => kind === 'LANGUAGE')?.id;
  const mentorship = programmes.nodes.find(({ kind }) => kind === 'MENTORSHIP')?.id;
  const inProgramme = async (programmeId: string | undefined) =>
    (
      await admin.get<{ participants: { totalCount: number; nodes: { email: string }[] } }>(
        'query ($id: ID) { participants(filter: { programmeId: $id }) { totalCount nodes { email } } }',
        { id: programmeId },
      )
    ).participants;
  expect((await inProgramme(language)).totalCount).toBe(7);
  expect(await inProgramme(mentorship)).toEqual({ totalCount: 1, nodes: [{ email: 'olena@example.org' }] });
  expect((await inProgramme(newId())).totalCount).toBe(0);
  const { id } = await importFile(admin, header + line('N-1', 'new@example.org', '2026-06-01', 'mentorship'));
  await settled(platform.sql);
  expect((await inProgramme(mentorship)).totalCount).toBe(2);
  await admin.get('mutation ($id: ID!) { undoImport(id: $id) { __typename } }', { id });
  await expect.poll(async () => (await inProgramme(mentorship)).totalCount, { timeout: 20_000 }).toBe(1);
}, 60_000);
