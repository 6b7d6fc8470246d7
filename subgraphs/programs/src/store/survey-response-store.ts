import { newId } from '@teei/runtime/id';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { AskedResponse } from '../domain/survey/response-hash.ts';
import type { DimensionMeans } from '../domain/survey/shown-change.ts';
import type { SurveyResponseRow } from '../rows/survey.ts';

/** What participants of one company answered. */
export class SurveyResponseStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /** Of each participant and of everybody who is shown as them, newest first; `shownId` is the participant that was asked for. */
  ofParticipants(participantIds: readonly string[]): Promise<(SurveyResponseRow & { readonly shownId: string })[]> {
    return this.#tx.sql<SurveyResponseRow & { readonly shownId: string }>`
      SELECT p.id AS "shownId", r.id, r.survey_id AS "surveyId", r.programme_id AS "programmeId", r.participant_id AS "participantId",
        r.answered_at AS "answeredAt", r.answers
      FROM unnest(${participantIds}::uuid[]) AS p (id) CROSS JOIN LATERAL (
        SELECT o.id, o.survey_id, s.programme_id, o.participant_id, o.answered_at, coalesce((
          SELECT jsonb_agg(jsonb_build_object('questionId', a.question_id, 'value', a.value) ORDER BY a.question_id)
          FROM programs.survey_answer a WHERE a.company_id = o.company_id AND a.response_id = o.id), '[]') AS answers
        FROM programs.survey_response o JOIN programs.survey s ON s.company_id = o.company_id AND s.id = o.survey_id
        WHERE o.company_id = ${this.#tx.companyId}
          AND o.participant_id IN (SELECT own.id FROM programs.ids_of_person(${this.#tx.companyId}, p.id) AS own)
        ORDER BY o.answered_at DESC, o.id DESC LIMIT 100) r
      ORDER BY r.answered_at DESC, r.id DESC`;
  }

  /** Whether the participant, under any id that is shown as them, has a place in the programme. */
  async isEnrolled(participantId: string, programmeId: string): Promise<boolean> {
    const rows = await this.#tx.sql`
      SELECT 1 FROM programs.enrolment e WHERE e.company_id = ${this.#tx.companyId} AND e.programme_id = ${programmeId}::uuid
        AND e.participant_id IN (SELECT own.id FROM programs.ids_of_person(${this.#tx.companyId}, ${participantId}) AS own) LIMIT 1`;
    return rows.length > 0;
  }

  /** Keeps a response under its key; a key that is taken changes nothing. The index makes the second of two wait for the first. Resolves to whether it was kept. */
  async record(clientKey: string, response: AskedResponse, contentHash: string, actor: string): Promise<boolean> {
    const { surveyId, participantId, answeredAt, answers } = response;
    const [made] = await this.#tx.sql<{ id: string }>`
      INSERT INTO programs.survey_response (id, company_id, survey_id, participant_id, client_key, content_hash, answered_at, recorded_by)
      VALUES (${newId()}, ${this.#tx.companyId}, ${surveyId}, ${participantId}, ${clientKey}, ${contentHash}, ${answeredAt}, ${actor})
      ON CONFLICT DO NOTHING RETURNING id`;
    if (!made) return false;
    await this.#tx.sql`
      INSERT INTO programs.survey_answer (company_id, response_id, question_id, value)
      SELECT ${this.#tx.companyId}, ${made.id}, n.question_id, n.value
      FROM unnest(${answers.map((each) => each.questionId)}::uuid[], ${answers.map((each) => each.value)}::int[]) AS n (question_id, value)`;
    return true;
  }

  async byClientKey(clientKey: string): Promise<(SurveyResponseRow & { readonly contentHash: string }) | undefined> {
    const [row] = await this.#tx.sql<SurveyResponseRow & { readonly contentHash: string }>`
      SELECT o.id, o.survey_id AS "surveyId", s.programme_id AS "programmeId", o.participant_id AS "participantId",
        o.answered_at AS "answeredAt", o.content_hash AS "contentHash", coalesce((
          SELECT jsonb_agg(jsonb_build_object('questionId', a.question_id, 'value', a.value) ORDER BY a.question_id)
          FROM programs.survey_answer a WHERE a.company_id = o.company_id AND a.response_id = o.id), '[]') AS answers
      FROM programs.survey_response o JOIN programs.survey s ON s.company_id = o.company_id AND s.id = o.survey_id
      WHERE o.company_id = ${this.#tx.companyId} AND o.client_key = ${clientKey}`;
    return row;
  }

  /**
   * Means over matched pairs, by programme and dimension: of each participant the first baseline and the last follow-up after it
   * in which every question of the dimension is answered. An answer counts by its place on its scale, 0 to 1.
   */
  meansOf(programmeIds: readonly string[]): Promise<(DimensionMeans & { readonly programmeId: string })[]> {
    return this.#tx.sql<DimensionMeans & { readonly programmeId: string }>`
      WITH answered AS (
        SELECT s.programme_id, s.phase, r.id, coalesce(alias.kept_id, r.participant_id) AS participant_id, r.answered_at, q.dimension,
          avg((CASE WHEN q.reversed THEN q.scale_max - a.value ELSE a.value - q.scale_min END)::numeric
            / nullif(q.scale_max - q.scale_min, 0)) AS score
        FROM programs.survey s
        JOIN programs.survey_question q ON q.company_id = s.company_id AND q.survey_id = s.id
        JOIN programs.survey_response r ON r.company_id = s.company_id AND r.survey_id = s.id
        LEFT JOIN programs.survey_answer a ON a.company_id = r.company_id AND a.response_id = r.id AND a.question_id = q.id
        LEFT JOIN programs.person_alias alias ON alias.company_id = r.company_id AND alias.person_id = r.participant_id
        WHERE s.company_id = ${this.#tx.companyId} AND s.programme_id = ANY (${programmeIds}::uuid[])
        GROUP BY s.programme_id, s.phase, r.id, coalesce(alias.kept_id, r.participant_id), r.answered_at, q.dimension
        HAVING count(a.value) = count(*)
      ), before AS (
        SELECT DISTINCT ON (programme_id, participant_id, dimension) * FROM answered WHERE phase = 'BASELINE'
        ORDER BY programme_id, participant_id, dimension, answered_at, id
      ), after AS (
        SELECT DISTINCT ON (programme_id, participant_id, dimension) * FROM answered WHERE phase = 'FOLLOW_UP'
        ORDER BY programme_id, participant_id, dimension, answered_at DESC, id DESC
      )
      SELECT programme_id AS "programmeId", dimension, count(*) AS pairs, avg(before.score)::float8 AS baseline,
        avg(after.score)::float8 AS "followUp", avg(after.score - before.score)::float8 AS delta
      FROM before JOIN after USING (programme_id, participant_id, dimension)
      WHERE after.answered_at > before.answered_at GROUP BY programme_id, dimension`;
  }
}
