import { randomUUID } from 'node:crypto';
import type { Subgraph } from '@teei/runtime/create-subgraph';
import { newId } from '@teei/runtime/id';
import { PersonAliases } from '@teei/runtime/person-aliases';
import { inTenant } from '@teei/runtime/tenant-transaction';
import { type Role, scopesOfRole, serviceViewer, type Viewer } from '@teei/runtime/viewer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../../../../../tests/src/test-platform.ts';
import { createPrograms } from '../../main.ts';

let test: TestPlatform;
let programs: Subgraph;
let companyId: string;
let programmeId: string;

beforeAll(async () => {
  test = await startTestPlatform();
  programs = test.join(createPrograms(test.platform));
});

afterAll(async () => {
  await programs.destroy();
  await test.close();
});

beforeEach(async () => {
  companyId = await test.addCompany('Acme');
  programmeId = newId();
  await test.sql.query(`INSERT INTO programs.programme (id, company_id, name, kind) VALUES ($1, $2, 'P', 'LANGUAGE')`, [
    programmeId,
    companyId,
  ]);
});

const member = (role: Role = 'COMPANY_ADMIN', company = companyId): Viewer => ({
  kind: 'member',
  userId: randomUUID(),
  memberId: newId(),
  companyId: company,
  role,
  scopes: scopesOfRole[role],
});

// biome-ignore lint/suspicious/noExplicitAny: answers have many shapes.
async function ask(query: string, variables: Record<string, unknown>, viewer = member()): Promise<any> {
  const { data, errors } = await programs.execute({ query, variables }, { viewer, correlationId: randomUUID() });
  expect(errors).toBeUndefined();
  return data;
}

async function enrolled(): Promise<string> {
  const id = newId();
  await test.sql.query(
    'INSERT INTO programs.enrolment (id, company_id, programme_id, participant_id, enrolled_at) VALUES ($1, $2, $3, $4, now())',
    [newId(), companyId, programmeId, id],
  );
  return id;
}

const questions = [
  { text: 'I dare to speak', dimension: 'CONFIDENCE' },
  { text: 'I am often silent', dimension: 'CONFIDENCE', reversed: true },
  { text: 'I have friends here', dimension: 'BELONGING', scaleMin: 0, scaleMax: 10 },
];

const defining = `mutation ($input: DefineSurveyInput!) { done: defineSurvey(input: $input) {
  ... on Refused { code } ... on SurveyDefined { survey { id phase version questions { id position dimension scaleMin scaleMax reversed } } } } }`;
const define = async (phase: string, more: object = {}, viewer = member()) =>
  (await ask(defining, { input: { programmeId, phase, title: 'How are you?', questions, ...more } }, viewer)).done;

interface Defined {
  readonly id: string;
  readonly questions: { id: string }[];
}

const recording = `mutation ($input: RecordSurveyResponseInput!) { done: recordSurveyResponse(input: $input) {
  ... on Refused { code } ... on SurveyResponseRecorded { response { id answeredAt answers { questionId value } } } } }`;

async function record(survey: Defined, participantId: string, values: readonly (number | null)[], more: object = {}) {
  const answers = values.flatMap((value, index) =>
    value === null ? [] : [{ questionId: survey.questions[index]?.id, value }],
  );
  const input = {
    surveyId: survey.id,
    participantId,
    clientKey: randomUUID(),
    answeredAt: '2026-01-10T10:00:00Z',
    answers,
  };
  return (await ask(recording, { input: { ...input, ...more } })).done;
}

const change = async () =>
  (
    await ask(
      `query ($id: ID!) { programme(id: $id) { surveyChange { dimensions { dimension pairs baseline followUp delta absence } } } }`,
      { id: programmeId },
    )
  ).programme.surveyChange.dimensions;

describe('defineSurvey', () => {
  it('makes a version beside the old one, with questions in order and scales filled in', async () => {
    const { survey: first } = await define('BASELINE');
    const { survey: second } = await define('BASELINE');
    expect([first.version, second.version]).toEqual([1, 2]);
    expect(second.questions).toMatchObject([
      { position: 1, dimension: 'CONFIDENCE', scaleMin: 1, scaleMax: 5, reversed: false },
      { position: 2, reversed: true },
      { position: 3, dimension: 'BELONGING', scaleMin: 0, scaleMax: 10 },
    ]);
    const { programme } = await ask('query ($id: ID!) { programme(id: $id) { surveys { id } } }', { id: programmeId });
    expect(programme.surveys).toEqual([{ id: second.id }]);
  });

  it.each([
    ['SURVEY_TITLE_INVALID', { title: ' ' }],
    ['SURVEY_TITLE_INVALID', { title: 'a\u0000b' }],
    ['SURVEY_QUESTIONS_INVALID', { questions: [] }],
    ['SURVEY_QUESTION_INVALID', { questions: [{ text: '', dimension: 'BELONGING' }] }],
    ['SURVEY_SCALE_INVALID', { questions: [{ text: 'x', dimension: 'BELONGING', scaleMin: 5, scaleMax: 5 }] }],
    ['PROGRAMME_NOT_FOUND', { programmeId: newId() }],
  ])('refuses with %s', async (code, more) => {
    expect(await define('BASELINE', more)).toEqual({ code });
  });

  it('knows no programme of another company', async () => {
    const stranger = member('COMPANY_ADMIN', await test.addCompany('Borealis'));
    expect(await define('BASELINE', {}, stranger)).toEqual({ code: 'PROGRAMME_NOT_FOUND' });
  });
});

describe('recordSurveyResponse', () => {
  it('answers the same for the same key and content, and refuses other content', async () => {
    const { survey } = await define('BASELINE');
    const participant = await enrolled();
    const key = { clientKey: 'form-1' };
    const [first, ...again] = await Promise.all([1, 2, 3].map(() => record(survey, participant, [3, 2, 5], key)));
    expect(first.response.answers).toHaveLength(3);
    for (const answer of again) expect(answer).toEqual(first);
    expect(await record(survey, participant, [3, 2, 6], key)).toEqual({ code: 'CLIENT_KEY_REUSED' });
    const { rows } = await test.sql.query('SELECT FROM programs.survey_response WHERE company_id = $1', [companyId]);
    expect(rows).toHaveLength(1);
  });

  it('tells once where the participant placed themselves, in dimensions that are answered whole', async () => {
    const { survey } = await define('BASELINE');
    const participant = await enrolled();
    for (const clientKey of ['form-2', 'form-2']) await record(survey, participant, [3, 2], { clientKey });
    const { rows } = await test.sql.query(
      `SELECT data FROM programs.outbox WHERE company_id = $1 AND type = 'programs.survey.answered'`,
      [companyId],
    );
    expect(rows.map(({ data }) => data)).toEqual([
      {
        ...{ responseId: expect.any(String), programmeId, participantId: participant, phase: 'BASELINE' },
        answeredAt: expect.any(String),
        // 3 of 1 to 5, and 2 of 1 to 5 turned round.
        levels: [{ dimension: 'CONFIDENCE', level: 0.625 }],
      },
    ]);
  });

  it('refuses what cannot be', async () => {
    const { survey } = await define('BASELINE');
    const participant = await enrolled();
    const doubled = { answers: [1, 2].map((value) => ({ questionId: survey.questions[0].id, value })) };
    expect(await record(survey, newId(), [3, 2, 5])).toEqual({ code: 'PARTICIPANT_NOT_ENROLLED' });
    expect(await record({ ...survey, id: newId() }, participant, [3])).toEqual({ code: 'SURVEY_NOT_FOUND' });
    expect(await record(survey, participant, [6])).toEqual({ code: 'SURVEY_ANSWER_OFF_SCALE' });
    expect(await record(survey, participant, [])).toEqual({ code: 'SURVEY_ANSWERS_MISSING' });
    expect(await record(survey, participant, [], doubled)).toEqual({ code: 'SURVEY_QUESTION_UNKNOWN' });
    expect(await record(survey, participant, [1], { clientKey: '' })).toEqual({ code: 'CLIENT_KEY_INVALID' });
    expect(await record(survey, participant, [1], { answeredAt: '2100-01-01T00:00:00Z' })).toEqual({
      code: 'ANSWERED_IN_FUTURE',
    });
  });
});

describe('surveyChange', () => {
  let before: Defined;
  let after: Defined;
  const later = { answeredAt: '2026-05-10T10:00:00Z' };

  beforeEach(async () => {
    before = (await define('BASELINE')).survey;
    after = (await define('FOLLOW_UP')).survey;
  });

  it('shows the mean change of complete pairs, each scale from 0 to 1 and reversed questions turned round', async () => {
    for (let n = 0; n < 5; n++) {
      const participant = await enrolled();
      // Confidence 0.25 and 0.25 become 0.75 and 1; belonging is left out by one of five.
      await record(before, participant, [2, 4, 5]);
      await record(after, participant, [4, 1, n === 0 ? null : 10], later);
    }
    const [confidence, belonging, level] = await change();
    expect(confidence).toEqual({
      dimension: 'CONFIDENCE',
      pairs: 5,
      baseline: 0.25,
      followUp: 0.875,
      delta: 0.625,
      absence: null,
    });
    const hidden = { pairs: null, baseline: null, followUp: null, delta: null };
    expect(belonging).toEqual({ dimension: 'BELONGING', ...hidden, absence: 'GROUP_TOO_SMALL' });
    expect(level).toEqual({ dimension: 'LANG_LEVEL_PROXY', ...hidden, absence: 'NO_EVIDENCE' });
  });

  it('pairs the first baseline with the last follow-up after it, and nobody without both', async () => {
    const people = await Promise.all(Array.from({ length: 5 }, enrolled));
    for (const participant of people) {
      await record(before, participant, [1, 5, 0]);
      await record(before, participant, [5, 1, 10], { answeredAt: '2026-02-01T00:00:00Z' });
      await record(after, participant, [5, 1, 10], { answeredAt: '2026-03-01T00:00:00Z' });
      await record(after, participant, [3, 3, 5], later);
    }
    await record(before, await enrolled(), [1, 1, 1]);
    await record(after, await enrolled(), [5, 5, 5], later);
    const backwards = await enrolled();
    await record(after, backwards, [5, 5, 5], { answeredAt: '2026-01-01T00:00:00Z' });
    await record(before, backwards, [1, 1, 1]);
    expect((await change())[0]).toMatchObject({ pairs: 5, baseline: 0, followUp: 0.5, delta: 0.5 });
  });

  it('takes what two names of one person said as a pair, and takes it apart again', async () => {
    const pairs = await Promise.all(Array.from({ length: 4 }, enrolled));
    for (const participant of pairs) {
      await record(before, participant, [1, 5, 0]);
      await record(after, participant, [5, 1, 10], later);
    }
    const [first, second] = [await enrolled(), await enrolled()];
    await record(before, first, [1, 5, 0]);
    await record(after, second, [5, 1, 10], later);
    const shownAs = (keptId: string, revision: number) =>
      inTenant(programs.parts.database, serviceViewer('test', companyId), (tx) =>
        new PersonAliases(tx, 'programs').apply([{ personId: second, keptId, revision }]),
      );
    expect((await change())[0]).toMatchObject({ absence: 'GROUP_TOO_SMALL' });
    await shownAs(first, 1);
    expect((await change())[0]).toMatchObject({ pairs: 5, delta: 1 });
    const { _entities } = await ask(
      'query ($any: [_Any!]!) { _entities(representations: $any) { ... on Participant { surveyResponses { participant { id } } } } }',
      { any: [{ __typename: 'Participant', id: first }] },
    );
    expect(_entities[0].surveyResponses).toEqual([{ participant: { id: first } }, { participant: { id: first } }]);
    await shownAs(second, 2);
    await shownAs(first, 1);
    expect((await change())[0]).toMatchObject({ absence: 'GROUP_TOO_SMALL' });
  });

  it('is closed to those who may not read metrics', async () => {
    const viewer = { ...member(), scopes: new Set(['programmes:read'] as const) } as Viewer;
    const query = 'query ($id: ID!) { programme(id: $id) { surveyChange { dimensions { pairs } } } }';
    const { data, errors } = await programs.execute(
      { query, variables: { id: programmeId } },
      { viewer, correlationId: '1' },
    );
    expect(data).toEqual({ programme: { surveyChange: null } });
    expect(errors?.[0]?.extensions?.code).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
  });
});
