import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { Judgement } from '../domain/evaluation/judgement.ts';
import type { EvaluationDatasetName, ModelEvaluationRow, ScoringVersionRow } from '../rows/model.ts';

/** How models did, as one company had it measured. */
export class ModelEvaluationStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  newest({ dataset, modelVersion }: Filter): Promise<ModelEvaluationRow[]> {
    return this.#tx.sql<ModelEvaluationRow>`
      SELECT id, model_version AS "modelVersion", dataset, texts, accepted, figures, thresholds,
        override_revision AS "overrideRevision", evaluated_at AS "evaluatedAt"
      FROM outcomes.model_evaluation WHERE company_id = ${this.#tx.companyId} AND dataset = coalesce(${dataset}::text, dataset)
        AND model_version = coalesce(${modelVersion}::text, model_version)
      ORDER BY evaluated_at DESC, id LIMIT 20`;
  }

  async find(id: string): Promise<ModelEvaluationRow | null> {
    const [row] = await this.#tx.sql<ModelEvaluationRow>`
      SELECT id, model_version AS "modelVersion", dataset, texts, accepted, figures, thresholds,
        override_revision AS "overrideRevision", evaluated_at AS "evaluatedAt"
      FROM outcomes.model_evaluation WHERE company_id = ${this.#tx.companyId} AND id = ${id}`;
    return row ?? null;
  }

  /** What the model answered in each of these evaluations, by the evaluation's id. */
  async judgementsOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly Judgement[]>> {
    const rows = await this.#tx.sql<{ id: string; judgements: Judgement[] }>`
      SELECT id, judgements FROM outcomes.model_evaluation
      WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
    return new Map(rows.map(({ id, judgements }) => [id, judgements]));
  }

  async insert(evaluation: NewEvaluation): Promise<void> {
    const { id, modelVersion, dataset, texts, accepted, figures, judgements, thresholds, overrideRevision } =
      evaluation;
    await this.#tx.sql`
      INSERT INTO outcomes.model_evaluation (id, company_id, model_version, dataset, texts, accepted, figures, judgements, thresholds,
        override_revision)
      VALUES (${id}, ${this.#tx.companyId}, ${modelVersion}, ${dataset}, ${texts}, ${accepted}::boolean, ${JSON.stringify(figures)}::jsonb,
        ${JSON.stringify(judgements)}::jsonb, ${JSON.stringify(thresholds)}::jsonb, ${overrideRevision}::int)`;
  }

  /** Versions that made scores which stand, those with the company's own thresholds among them. */
  scoringVersions(): Promise<ScoringVersionRow[]> {
    return this.#tx.sql<ScoringVersionRow>`
      SELECT split_part(model_version, '+', 1) AS version, count(*) AS scores, max(scored_at) AS "lastScoredAt" FROM outcomes.outcome_score
      WHERE company_id = ${this.#tx.companyId} GROUP BY 1 ORDER BY max(scored_at) DESC`;
  }
}

interface Filter {
  readonly dataset: EvaluationDatasetName | null;
  readonly modelVersion: string | null;
}

interface NewEvaluation extends Omit<ModelEvaluationRow, 'evaluatedAt'> {
  readonly judgements: readonly Judgement[];
}
