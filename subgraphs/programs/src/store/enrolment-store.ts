import { timestampArray, uuidArray } from '@teei/runtime/binary-array';
import type { Page } from '@teei/runtime/connection';
import { newId } from '@teei/runtime/id';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { EnrolmentRow } from '../rows/programme.ts';

export interface NewEnrolment {
  readonly programmeId: string;
  readonly participantId: string;
  readonly enrolledAt: string;
}

export type EnrolmentParent = 'programme' | 'participant';
type Key = readonly string[] & { length: 1 };

interface OfParent {
  /** The programme or participant that the list was asked for. */
  readonly parentId: string;
}

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

  /**
   * The same page of every parent, in one statement. A person who came into a programme under two names is there once, since the
   * earlier of the two; hidden is what has an earlier like it.
   */
  pagesOf(parent: EnrolmentParent, parents: readonly string[], page: Page<Key>): Promise<(EnrolmentRow & OfParent)[]> {
    const [id] = page.after ?? [null];
    return this.#tx.sql<EnrolmentRow & OfParent>`
      SELECT parent.id AS "parentId", e.id, e.programme_id AS "programmeId", e.participant_id AS "participantId", e.enrolled_at AS "enrolledAt"
      FROM unnest(${parents}::uuid[]) AS parent (id) CROSS JOIN LATERAL (
        (SELECT * FROM programs.enrolment o
          WHERE ${parent} = 'participant' AND o.company_id = ${this.#tx.companyId}
            AND o.participant_id IN (SELECT own.id FROM programs.ids_of_person(${this.#tx.companyId}, parent.id) AS own)
            AND (${id}::uuid IS NULL OR o.id > ${id}::uuid) AND NOT EXISTS (
              SELECT 1 FROM programs.person_alias own
              JOIN programs.person_alias other ON other.company_id = own.company_id AND other.kept_id = own.kept_id
                AND other.person_id <> own.person_id
              JOIN programs.enrolment earlier ON earlier.company_id = own.company_id AND earlier.participant_id = other.person_id
              WHERE own.company_id = ${this.#tx.companyId} AND own.person_id = o.participant_id
                AND earlier.programme_id = o.programme_id AND (earlier.enrolled_at, earlier.id) < (o.enrolled_at, o.id))
          ORDER BY o.id LIMIT ${page.size + 1})
        UNION ALL
        (SELECT * FROM programs.enrolment o
          WHERE ${parent} = 'programme' AND o.company_id = ${this.#tx.companyId} AND o.programme_id = parent.id
            AND (${id}::uuid IS NULL OR o.id > ${id}::uuid) AND NOT EXISTS (
              SELECT 1 FROM programs.person_alias own
              JOIN programs.person_alias other ON other.company_id = own.company_id AND other.kept_id = own.kept_id
                AND other.person_id <> own.person_id
              JOIN programs.enrolment earlier ON earlier.company_id = own.company_id AND earlier.participant_id = other.person_id
              WHERE own.company_id = ${this.#tx.companyId} AND own.person_id = o.participant_id
                AND earlier.programme_id = o.programme_id AND (earlier.enrolled_at, earlier.id) < (o.enrolled_at, o.id))
          ORDER BY o.id LIMIT ${page.size + 1})
      ) e ORDER BY e.id`;
  }

  countsOf(parent: EnrolmentParent, parents: readonly string[]): Promise<{ id: string; count: number }[]> {
    return this.#tx.sql<{ id: string; count: number }>`
      SELECT parent.id, CASE ${parent}
        WHEN 'participant' THEN (SELECT count(DISTINCT o.programme_id) FROM programs.enrolment o WHERE o.company_id = ${this.#tx.companyId}
          AND o.participant_id IN (SELECT own.id FROM programs.ids_of_person(${this.#tx.companyId}, parent.id) AS own))
        ELSE (SELECT count(DISTINCT coalesce(a.kept_id, o.participant_id)) FROM programs.enrolment o
          LEFT JOIN programs.person_alias a ON a.company_id = o.company_id AND a.person_id = o.participant_id
          WHERE o.company_id = ${this.#tx.companyId} AND o.programme_id = parent.id)
      END AS count FROM unnest(${parents}::uuid[]) AS parent (id)`;
  }

  /** Gives places to those who have none yet; resolves to the new ones. */
  async add(
    enrolments: readonly NewEnrolment[],
    importId: string | null,
  ): Promise<{ participantId: string; programmeId: string }[]> {
    if (enrolments.length === 0) return [];
    return this.#tx.sql<{ participantId: string; programmeId: string }>`
      INSERT INTO programs.enrolment (id, company_id, programme_id, participant_id, import_id, enrolled_at)
      SELECT n.id, ${this.#tx.companyId}, n.programme_id, n.participant_id, ${importId}::uuid, n.enrolled_at
      FROM unnest(${uuidArray(enrolments.map(() => newId()))}::uuid[], ${uuidArray(enrolments.map((each) => each.programmeId))}::uuid[],
        ${uuidArray(enrolments.map((each) => each.participantId))}::uuid[], ${timestampArray(enrolments.map((each) => each.enrolledAt))}::timestamptz[])
        AS n (id, programme_id, participant_id, enrolled_at)
      ORDER BY n.programme_id, n.participant_id
      ON CONFLICT DO NOTHING RETURNING participant_id AS "participantId", programme_id AS "programmeId"`;
  }
}
