import type { Page } from '@teei/runtime/connection';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { CourseCompletionRow } from '../rows/record.ts';

type Key = readonly string[] & { length: 1 };

/** Course completions of one company. */
export class CourseCompletionStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  byIds(ids: readonly string[]): Promise<CourseCompletionRow[]> {
    return this.#tx.sql<CourseCompletionRow>`
      SELECT p.id, p.participant_id AS "participantId", c.provider, c.name AS "courseName", p.completed_at AS "completedAt",
        p.final_score AS "finalScore"
      FROM programs.course_completion p JOIN programs.course c ON c.company_id = p.company_id AND c.id = p.course_id
      WHERE p.company_id = ${this.#tx.companyId} AND p.id = ANY (${ids}::uuid[])`;
  }

  page(page: Page<Key>): Promise<CourseCompletionRow[]> {
    const [id] = page.after ?? [null];
    return this.#tx.sql<CourseCompletionRow>`
      SELECT p.id, p.participant_id AS "participantId", c.provider, c.name AS "courseName", p.completed_at AS "completedAt",
        p.final_score AS "finalScore"
      FROM programs.course_completion p JOIN programs.course c ON c.company_id = p.company_id AND c.id = p.course_id
      WHERE p.company_id = ${this.#tx.companyId} AND (${id}::uuid IS NULL OR p.id < ${id}::uuid)
      ORDER BY p.id DESC LIMIT ${page.size + 1}`;
  }

  async count(): Promise<number> {
    const [row] = await this.#tx.sql<{ count: number }>`
      SELECT count(*) FROM programs.course_completion WHERE company_id = ${this.#tx.companyId}`;
    return row?.count ?? 0;
  }
}
