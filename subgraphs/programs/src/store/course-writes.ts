import { newId } from '@teei/runtime/id';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { CourseReference } from '../domain/records/incoming-record.ts';

/** Ids of these courses by provider and external id (see `courseKey`); those that are new are made. A course keeps its first name. */
export async function ensureCourses(
  tx: TenantTransaction,
  courses: readonly CourseReference[],
): Promise<ReadonlyMap<string, string>> {
  if (courses.length === 0) return new Map();
  const distinct = [...new Map(courses.map((course) => [courseKey(course), course])).values()];
  const providers = distinct.map(({ provider }) => provider);
  const externalIds = distinct.map(({ externalId }) => externalId);
  await tx.sql`
    INSERT INTO programs.course (id, company_id, provider, external_id, name)
    SELECT n.id, ${tx.companyId}, n.provider, n.external_id, n.name
    FROM unnest(${distinct.map(() => newId())}::uuid[], ${providers}::text[], ${externalIds}::text[],
      ${distinct.map(({ name }) => name)}::text[]) AS n (id, provider, external_id, name)
    ORDER BY n.provider, n.external_id ON CONFLICT DO NOTHING`;
  const rows = await tx.sql<{ id: string; provider: string; externalId: string }>`
    SELECT c.id, c.provider, c.external_id AS "externalId" FROM programs.course c
    JOIN unnest(${providers}::text[], ${externalIds}::text[]) AS n (provider, external_id)
      ON n.provider = c.provider AND n.external_id = c.external_id WHERE c.company_id = ${tx.companyId}`;
  return new Map(rows.map((row) => [courseKey(row), row.id]));
}

export function courseKey({ provider, externalId }: Pick<CourseReference, 'provider' | 'externalId'>): string {
  return `${provider}\n${externalId}`;
}
