import { newId } from '@teei/runtime/id';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { AskedQuestion } from '../domain/survey/survey-rules.ts';
import type { OutcomeDimensionRow, SurveyQuestionRow, SurveyRow } from '../rows/survey.ts';

export interface NewSurvey {
  readonly programmeId: string;
  readonly phase: SurveyRow['phase'];
  readonly title: string;
  readonly questions: readonly (AskedQuestion & {
    readonly dimension: OutcomeDimensionRow;
    readonly reversed: boolean;
  })[];
}

/** Questionnaires of one company's programmes. */
export class SurveyStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  byIds(ids: readonly string[]): Promise<SurveyRow[]> {
    return this.#tx.sql<SurveyRow>`
      SELECT id, programme_id AS "programmeId", phase, version, title, created_at AS "createdAt" FROM programs.survey
      WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
  }

  /** The newest version of each phase. */
  newestOf(programmeIds: readonly string[]): Promise<SurveyRow[]> {
    return this.#tx.sql<SurveyRow>`
      SELECT DISTINCT ON (programme_id, phase) id, programme_id AS "programmeId", phase, version, title, created_at AS "createdAt"
      FROM programs.survey WHERE company_id = ${this.#tx.companyId} AND programme_id = ANY (${programmeIds}::uuid[])
      ORDER BY programme_id, phase, version DESC`;
  }

  questionsOf(surveyIds: readonly string[]): Promise<SurveyQuestionRow[]> {
    return this.#tx.sql<SurveyQuestionRow>`
      SELECT id, survey_id AS "surveyId", position, text, dimension, scale_min AS "scaleMin", scale_max AS "scaleMax", reversed
      FROM programs.survey_question WHERE company_id = ${this.#tx.companyId} AND survey_id = ANY (${surveyIds}::uuid[])
      ORDER BY survey_id, position`;
  }

  /** Undefined when there is no such programme. The programme is locked, so that versions follow each other. */
  async add({ programmeId, phase, title, questions }: NewSurvey, actor: string): Promise<SurveyRow | undefined> {
    const found = await this.#tx.sql`
      SELECT 1 FROM programs.programme WHERE company_id = ${this.#tx.companyId} AND id = ${programmeId}::uuid FOR UPDATE`;
    if (found.length === 0) return undefined;
    const [survey] = await this.#tx.sql<SurveyRow>`
      INSERT INTO programs.survey (id, company_id, programme_id, phase, version, title, created_by)
      SELECT ${newId()}::uuid, ${this.#tx.companyId}, ${programmeId}::uuid, ${phase}::text, coalesce(max(version), 0) + 1, ${title}, ${actor}
      FROM programs.survey WHERE company_id = ${this.#tx.companyId} AND programme_id = ${programmeId}::uuid AND phase = ${phase}::text
      RETURNING id, programme_id AS "programmeId", phase, version, title, created_at AS "createdAt"`;
    if (!survey) throw new Error('a survey that was just made is gone');
    await this.#tx.sql`
      INSERT INTO programs.survey_question (id, company_id, survey_id, position, text, dimension, scale_min, scale_max, reversed)
      SELECT n.id, ${this.#tx.companyId}, ${survey.id}, n.position, n.text, n.dimension, n.scale_min, n.scale_max, n.reversed
      FROM unnest(${questions.map(() => newId())}::uuid[], ${questions.map((_, index) => index + 1)}::int[],
        ${questions.map((each) => each.text.trim())}::text[], ${questions.map((each) => each.dimension)}::text[],
        ${questions.map((each) => each.scaleMin)}::int[], ${questions.map((each) => each.scaleMax)}::int[],
        ${questions.map((each) => each.reversed)}::boolean[])
        AS n (id, position, text, dimension, scale_min, scale_max, reversed)`;
    return survey;
  }
}
