import type { Page } from '@teei/runtime/connection';
import { newId } from '@teei/runtime/id';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { EnrolmentRow } from '../rows.ts';

export interface NewEnrolment {
  readonly programmeId: string;
  readonly participantId: string;
  readonly enrolledAt: string;
}

export type EnrolmentParent = 'programme' | 'participant';
type Key = readonly string[] & { length: 1 };

/** Participants' places in the programmes of one company. */
export class EnrolmentStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  byIds(ids: readonly string[]): Promise<EnrolmentRow[]> {
    return this.#tx.sql<EnrolmentRow>`
      SELECT id, programme_id AS "programmeId", participant_id AS "participantId", enrolled_at AS "enrolledAt"
      FROM programs.enrolment WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
  }

  /** The same page of every parent, in one statement. */
  pagesOf(parent: EnrolmentParent, parents: readonly string[], page: Page<Key>): Promise<EnrolmentRow[]> {
    const [id] = page.after ?? [null];
    return this.#tx.sql<EnrolmentRow>`
      SELECT e.id, e.programme_id AS "programmeId", e.participant_id AS "participantId", e.enrolled_at AS "enrolledAt"
      FROM unnest(${parents}::uuid[]) AS parent (id) CROSS JOIN LATERAL (
        (SELECT * FROM programs.enrolment
          WHERE ${parent} = 'participant' AND company_id = ${this.#tx.companyId} AND participant_id = parent.id
            AND (${id}::uuid IS NULL OR id > ${id}::uuid) ORDER BY id LIMIT ${page.size + 1})
        UNION ALL
        (SELECT * FROM programs.enrolment
          WHERE ${parent} = 'programme' AND company_id = ${this.#tx.companyId} AND programme_id = parent.id
            AND (${id}::uuid IS NULL OR id > ${id}::uuid) ORDER BY id LIMIT ${page.size + 1})
      ) e ORDER BY e.id`;
  }

  countsOf(parent: EnrolmentParent, parents: readonly string[]): Promise<{ id: string; count: number }[]> {
    return this.#tx.sql<{ id: string; count: number }>`
      SELECT parent.id, CASE ${parent}
        WHEN 'participant' THEN
          (SELECT count(*) FROM programs.enrolment WHERE company_id = ${this.#tx.companyId} AND participant_id = parent.id)
        ELSE (SELECT count(*) FROM programs.enrolment WHERE company_id = ${this.#tx.companyId} AND programme_id = parent.id)
      END AS count FROM unnest(${parents}::uuid[]) AS parent (id)`;
  }

  async add(enrolments: readonly NewEnrolment[], importId: string | null): Promise<void> {
    if (enrolments.length === 0) return;
    await this.#tx.sql`
      INSERT INTO programs.enrolment (id, company_id, programme_id, participant_id, import_id, enrolled_at)
      SELECT n.id, ${this.#tx.companyId}, n.programme_id, n.participant_id, ${importId}, n.enrolled_at
      FROM unnest(${enrolments.map(() => newId())}::uuid[], ${enrolments.map((each) => each.programmeId)}::uuid[],
        ${enrolments.map((each) => each.participantId)}::uuid[], ${enrolments.map((each) => each.enrolledAt)}::timestamptz[])
        AS n (id, programme_id, participant_id, enrolled_at)
      ORDER BY n.programme_id, n.participant_id
      ON CONFLICT DO NOTHING`;
  }
}
