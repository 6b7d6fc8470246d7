import type { PageById } from '@teei/runtime/newest-first';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { ParticipantRow } from '../rows.ts';

export interface ParticipantSearch {
  /** LIKE patterns, in lower case. */
  readonly patterns: { readonly beginning: string; readonly word: string } | null;
  readonly programmeId: string | null;
  readonly language: string | null;
  readonly hasOpenReviewItem: boolean | null;
}

/** Participants of one company. Who was merged is read as the one they are shown as. */
export class ParticipantStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /** Each under the id that was asked for. */
  byIds(ids: readonly string[]): Promise<(ParticipantRow & { readonly askedId: string })[]> {
    return this.#tx.sql<ParticipantRow & { readonly askedId: string }>`
      SELECT n.id AS "askedId", p.id, p.email, p.display_name AS "displayName", p.language, p.created_at AS "createdAt"
      FROM unnest(${ids}::uuid[]) AS n (id)
      LEFT JOIN profile.person_alias a ON a.company_id = ${this.#tx.companyId} AND a.person_id = n.id
      JOIN profile.participant p ON p.company_id = ${this.#tx.companyId} AND p.id = coalesce(a.kept_id, n.id)`;
  }

  /** Each of the sub-selects runs once for the page, and only when its filter is set. */
  page(page: PageById, search: ParticipantSearch): Promise<ParticipantRow[]> {
    const [id] = page.after ?? [null];
    const { programmeId, language, hasOpenReviewItem } = search;
    const { beginning, word } = search.patterns ?? { beginning: null, word: null };
    return this.#tx.sql<ParticipantRow>`
      SELECT p.id, p.email, p.display_name AS "displayName", p.language, p.created_at AS "createdAt" FROM profile.participant p
      WHERE p.company_id = ${this.#tx.companyId} AND (${id}::uuid IS NULL OR p.id < ${id}::uuid)
        AND NOT EXISTS (SELECT 1 FROM profile.person_alias a
          WHERE a.company_id = p.company_id AND a.person_id = p.id AND a.kept_id <> a.person_id)
        AND (${language}::text IS NULL OR p.language = ${language}::text)
        AND (${beginning}::text IS NULL OR p.id IN (
          SELECT coalesce(a.kept_id, f.id) FROM profile.participant f
          LEFT JOIN profile.person_alias a ON a.company_id = f.company_id AND a.person_id = f.id
          WHERE f.company_id = ${this.#tx.companyId} AND (f.email LIKE ${beginning}::text
            OR lower(f.display_name) LIKE ${beginning}::text OR lower(f.display_name) LIKE ${word}::text)))
        AND (${programmeId}::uuid IS NULL OR p.id IN (
          SELECT coalesce(a.kept_id, e.participant_id) FROM profile.participant_programme e
          LEFT JOIN profile.person_alias a ON a.company_id = e.company_id AND a.person_id = e.participant_id
          WHERE e.company_id = ${this.#tx.companyId} AND e.programme_id = ${programmeId}::uuid AND e.enrolled))
        AND (${hasOpenReviewItem}::boolean IS NULL OR ${hasOpenReviewItem}::boolean = (p.id IN (
          SELECT coalesce(a.kept_id, side.id) FROM profile.review_item r CROSS JOIN LATERAL (VALUES (r.low_id), (r.high_id)) AS side (id)
          LEFT JOIN profile.person_alias a ON a.company_id = r.company_id AND a.person_id = side.id
          WHERE r.company_id = ${this.#tx.companyId} AND r.person_kind = 'PARTICIPANT' AND r.decision IS NULL)))
      ORDER BY p.id DESC LIMIT ${page.size + 1}`;
  }

  async count(search: ParticipantSearch): Promise<number> {
    const { programmeId, language, hasOpenReviewItem } = search;
    const { beginning, word } = search.patterns ?? { beginning: null, word: null };
    const [row] = await this.#tx.sql<{ count: number }>`
      SELECT count(*) FROM profile.participant p
      WHERE p.company_id = ${this.#tx.companyId}
        AND NOT EXISTS (SELECT 1 FROM profile.person_alias a
          WHERE a.company_id = p.company_id AND a.person_id = p.id AND a.kept_id <> a.person_id)
        AND (${language}::text IS NULL OR p.language = ${language}::text)
        AND (${beginning}::text IS NULL OR p.id IN (
          SELECT coalesce(a.kept_id, f.id) FROM profile.participant f
          LEFT JOIN profile.person_alias a ON a.company_id = f.company_id AND a.person_id = f.id
          WHERE f.company_id = ${this.#tx.companyId} AND (f.email LIKE ${beginning}::text
            OR lower(f.display_name) LIKE ${beginning}::text OR lower(f.display_name) LIKE ${word}::text)))
        AND (${programmeId}::uuid IS NULL OR p.id IN (
          SELECT coalesce(a.kept_id, e.participant_id) FROM profile.participant_programme e
          LEFT JOIN profile.person_alias a ON a.company_id = e.company_id AND a.person_id = e.participant_id
          WHERE e.company_id = ${this.#tx.companyId} AND e.programme_id = ${programmeId}::uuid AND e.enrolled))
        AND (${hasOpenReviewItem}::boolean IS NULL OR ${hasOpenReviewItem}::boolean = (p.id IN (
          SELECT coalesce(a.kept_id, side.id) FROM profile.review_item r CROSS JOIN LATERAL (VALUES (r.low_id), (r.high_id)) AS side (id)
          LEFT JOIN profile.person_alias a ON a.company_id = r.company_id AND a.person_id = side.id
          WHERE r.company_id = ${this.#tx.companyId} AND r.person_kind = 'PARTICIPANT' AND r.decision IS NULL)))`;
    return row?.count ?? 0;
  }
}
