import type { TenantTransaction } from '@teei/runtime/tenant-transaction';

/** What remote models answered to one company's redacted texts. Never another's: even alike texts are asked anew. */
export class ModelAnswerStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /** As it was stored; undefined where it was not asked. */
  async find({ model, promptVersion, textHash }: Question): Promise<unknown> {
    const [row] = await this.#tx.sql<{ answer: unknown }>`
      SELECT answer FROM outcomes.model_answer WHERE company_id = ${this.#tx.companyId} AND model = ${model}
        AND prompt_version = ${promptVersion} AND text_hash = ${textHash}`;
    return row?.answer;
  }

  async put({ model, promptVersion, textHash }: Question, answer: unknown): Promise<void> {
    await this.#tx.sql`
      INSERT INTO outcomes.model_answer (company_id, model, prompt_version, text_hash, answer)
      VALUES (${this.#tx.companyId}, ${model}, ${promptVersion}, ${textHash}, ${JSON.stringify(answer)}::jsonb) ON CONFLICT DO NOTHING`;
  }
}

export interface Question {
  readonly model: string;
  readonly promptVersion: string;
  readonly textHash: string;
}
