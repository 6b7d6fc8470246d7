import { newId } from '@teei/runtime/id';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';

export interface CoursePlace {
  readonly courseId: string;
  readonly participantId: string;
}

export interface CompletionChange extends CoursePlace {
  readonly id: string;
  readonly completedAt: Date;
  readonly finalScore: number | null;
  readonly provider: string;
}

/**
 * Brings course completions into line with the learning records that stand: the first completion and the best score of each
 * participant and course. Completions that did not come from records are left alone.
 */
export class RecordCompletions {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /** New completions, and those whose date or score changed. */
  write(places: readonly CoursePlace[]): Promise<CompletionChange[]> {
    return this.#tx.sql<CompletionChange>`
      INSERT INTO programs.course_completion AS c (id, company_id, course_id, participant_id, completed_at, final_score, from_records)
      SELECT n.id, ${this.#tx.companyId}, n.course_id, n.participant_id, r.completed_at, r.final_score, true
      FROM unnest(${places.map(() => newId())}::uuid[], ${places.map((each) => each.courseId)}::uuid[],
        ${places.map((each) => each.participantId)}::uuid[]) AS n (id, course_id, participant_id)
      JOIN LATERAL (SELECT min(occurred_at) AS completed_at, max(score) AS final_score FROM programs.learning_record
        WHERE company_id = ${this.#tx.companyId} AND course_id = n.course_id AND participant_id = n.participant_id
          AND kind = 'COMPLETED') r ON r.completed_at IS NOT NULL
      ORDER BY n.course_id, n.participant_id
      ON CONFLICT (company_id, course_id, participant_id) DO UPDATE
        SET completed_at = EXCLUDED.completed_at, final_score = EXCLUDED.final_score
        WHERE c.from_records AND (c.completed_at, c.final_score) IS DISTINCT FROM (EXCLUDED.completed_at, EXCLUDED.final_score)
      RETURNING id, course_id AS "courseId", participant_id AS "participantId", completed_at AS "completedAt",
        final_score AS "finalScore",
        (SELECT provider FROM programs.course WHERE company_id = ${this.#tx.companyId} AND id = c.course_id)`;
  }

  /** Completions whose last record was taken back. */
  withdraw(places: readonly CoursePlace[]): Promise<CompletionChange[]> {
    return this.#tx.sql<CompletionChange>`
      DELETE FROM programs.course_completion c
      USING unnest(${places.map((each) => each.courseId)}::uuid[], ${places.map((each) => each.participantId)}::uuid[])
        AS n (course_id, participant_id)
      WHERE c.company_id = ${this.#tx.companyId} AND c.course_id = n.course_id AND c.participant_id = n.participant_id
        AND c.from_records AND NOT EXISTS (SELECT FROM programs.learning_record r
          WHERE r.company_id = ${this.#tx.companyId} AND r.course_id = n.course_id AND r.participant_id = n.participant_id
            AND r.kind = 'COMPLETED')
      RETURNING c.id, c.course_id AS "courseId", c.participant_id AS "participantId", c.completed_at AS "completedAt",
        c.final_score AS "finalScore",
        (SELECT provider FROM programs.course WHERE company_id = ${this.#tx.companyId} AND id = c.course_id)`;
  }
}
