import { randomUUID } from 'node:crypto';
import { newId } from '@teei/runtime/id';
import type { MemberViewer } from '@teei/runtime/viewer';
import type pg from 'pg';
import type { Stack } from '../create-stack.ts';

/** A survey before and after in the company's largest programme, answered by twenty of its participants. */
export async function makeSurveys(client: pg.Client, stack: Stack, viewer: MemberViewer): Promise<void> {
  const { rows } = await client.query<{ programmeId: string; participantId: string }>(
    `SELECT programme_id AS "programmeId", participant_id AS "participantId" FROM programs.enrolment WHERE company_id = $1 AND programme_id = (
        SELECT programme_id FROM programs.enrolment WHERE company_id = $1 GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1)
      ORDER BY participant_id LIMIT 20`,
    [viewer.companyId],
  );
  const [first] = rows;
  if (!first) return;
  for (const [phase, answeredAt] of [
    ['BASELINE', '2026-01-15T12:00:00.000Z'],
    ['FOLLOW_UP', '2026-09-15T12:00:00.000Z'],
  ] as const) {
    const input = { programmeId: first.programmeId, phase, title: 'How are you getting on?', questions };
    const { survey } = await call<{ survey?: Survey }>(stack, viewer, define, { input });
    if (!survey) throw new Error('a demo survey was refused');
    for (const [index, { participantId }] of rows.entries()) {
      const answers = survey.questions.map(({ id }, place) => ({
        questionId: id,
        value: answerOf(phase, index + place),
      }));
      const response = { surveyId: survey.id, participantId, clientKey: newId(), answeredAt, answers };
      const recorded = await call<{ response?: object }>(stack, viewer, record, { input: response });
      if (!recorded.response) throw new Error('a demo response was refused');
    }
  }
}

const changes = [1, 2, 1, 0, 1, -1, 2];

/** On a scale of 1 to 5: one or two higher afterwards for most, lower for some. */
function answerOf(phase: 'BASELINE' | 'FOLLOW_UP', seed: number): number {
  const before = 2 + (seed % 3);
  return phase === 'BASELINE' ? before : Math.min(5, before + (changes[seed % changes.length] ?? 0));
}

async function call<Answer>(stack: Stack, viewer: MemberViewer, query: string, variables: object): Promise<Answer> {
  const request = { query, variables: { ...variables } };
  const result = await stack.subgraphs.programs.execute(request, { viewer, correlationId: randomUUID() });
  const [answer] = Object.values(result.data ?? {});
  if (!answer) throw new Error(`the demo surveys failed: ${JSON.stringify(result)}`);
  return answer as Answer;
}

interface Survey {
  readonly id: string;
  readonly questions: readonly { readonly id: string }[];
}

const define =
  'mutation ($input: DefineSurveyInput!) { defineSurvey(input: $input) { ... on SurveyDefined { survey { id questions { id } } } } }';
const record =
  'mutation ($input: RecordSurveyResponseInput!) { recordSurveyResponse(input: $input) { ... on SurveyResponseRecorded { response { id } } } }';

const questions = [
  { text: 'I dare to speak in front of others.', dimension: 'CONFIDENCE' },
  { text: 'I know people here whom I can ask for help.', dimension: 'BELONGING' },
  { text: 'I understand what is said around me.', dimension: 'LANG_LEVEL_PROXY' },
  { text: 'I know how to look for work here.', dimension: 'JOB_READINESS' },
];
