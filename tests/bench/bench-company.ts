import { newId } from '@teei/runtime/id';
import { type MemberViewer, scopesOfRole } from '@teei/runtime/viewer';
import type { Stack } from '@teei/stack/create-stack';
import pg from 'pg';

/** A company with an administrator, who is answered as the viewer to ask as. */
export async function addBenchCompany(stack: Stack): Promise<MemberViewer> {
  const client = new pg.Client({ connectionString: stack.databaseUrl });
  await client.connect();
  const companyId = newId();
  const memberId = newId();
  await client.query('INSERT INTO profile.company (id, name, slug) VALUES ($1, $2, $2)', [
    companyId,
    `bench-${companyId}`,
  ]);
  await client.query(
    "INSERT INTO profile.member (id, company_id, user_id, name, email, role) VALUES ($1, $2, $3, 'Bench', 'bench@example.com', 'COMPANY_ADMIN')",
    [memberId, companyId, memberId],
  );
  await client.end();
  return {
    kind: 'member',
    userId: memberId,
    memberId,
    companyId,
    role: 'COMPANY_ADMIN',
    scopes: scopesOfRole.COMPANY_ADMIN,
  };
}
