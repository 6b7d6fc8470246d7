import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { receiveUpload } from '@teei/programs/receive-upload';
import { generateKintell } from '@teei/programs/sample';
import { type MemberViewer, scopesOfRole } from '@teei/runtime/viewer';
import pg from 'pg';
import type { Stack } from '../create-stack.ts';
import { type DemoCompany, demoCompanies, demoPassword } from './demo-companies.ts';
import { makeHours } from './demo-hours.ts';
import { demoMemberId } from './demo-member-id.ts';
import { makeRecords } from './demo-records.ts';
import { makeSocialReturn } from './demo-social-return.ts';
import { makeSurveys } from './demo-surveys.ts';

/**
 * Fills an empty database with three companies, ten users and a year of programme data. The data goes the way that a
 * partner's file goes: uploaded, checked, imported, scored. Resolves to whether anything was made.
 */
export async function seedDemo(stack: Stack, progress: (step: string) => void): Promise<boolean> {
  const client = new pg.Client({ connectionString: stack.databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ count: string }>('SELECT count(*) FROM profile.company');
    if (Number(rows[0]?.count) > 0) return false;
    const viewers: MemberViewer[] = [];
    for (const company of demoCompanies) viewers.push(await makeCompany(client, stack, company));
    progress('importing a year of demo sessions for three companies');
    await Promise.all(demoCompanies.map((company, index) => importSessions(stack, company, viewers[index])));
    for (const company of demoCompanies) await makeRecords(client, company);
    for (const company of demoCompanies) await makeHours(stack, company);
    for (const [index, viewer] of viewers.entries())
      await makeSocialReturn(stack, viewer, demoCompanies[index] as DemoCompany);
    for (const viewer of viewers) await makeSurveys(client, stack, viewer);
    return true;
  } finally {
    await client.end();
  }
}

/** Resolves to the company's administrator. */
async function makeCompany(client: pg.Client, stack: Stack, company: DemoCompany): Promise<MemberViewer> {
  const { id, name, slug, locale, currency, members } = company;
  await client.query('INSERT INTO profile.company (id, name, slug, locale, currency) VALUES ($1, $2, $3, $4, $5)', [
    id,
    name,
    slug,
    locale,
    currency,
  ]);
  let administrator: MemberViewer | undefined;
  for (const [index, member] of members.entries()) {
    const userId = await stack.identity.ensureUser({ email: member.email, name: member.name, password: demoPassword });
    const memberId = demoMemberId(id, index);
    await client.query(
      'INSERT INTO profile.member (id, company_id, user_id, name, email, role) VALUES ($1, $2, $3, $4, $5, $6)',
      [memberId, id, userId, member.name, member.email, member.role],
    );
    if (member.role === 'COMPANY_ADMIN') {
      administrator = {
        kind: 'member',
        userId,
        memberId,
        companyId: id,
        role: member.role,
        scopes: scopesOfRole[member.role],
      };
    }
  }
  if (!administrator) throw new Error(`the demo company ${slug} has no administrator`);
  return administrator;
}

async function importSessions(stack: Stack, company: DemoCompany, viewer: MemberViewer | undefined): Promise<void> {
  if (!viewer) return;
  const programs = stack.subgraphs.programs;
  const { chunks } = generateKintell({ rows: company.rows, seed: company.seed, clean: true });
  const body = Readable.from([...chunks].map((chunk) => Buffer.from(chunk)));
  const upload = await receiveUpload(programs.parts, viewer, {
    body,
    fileName: 'demo-sessions.csv',
    announcedBytes: undefined,
  });
  if ('code' in upload) throw new Error(upload.message);
  const call = async (query: string, variables: object): Promise<{ id: string; status: string }> => {
    const result = await programs.execute(
      { query, variables: { ...variables } },
      { viewer, correlationId: randomUUID() },
    );
    const [answer] = Object.values(result.data ?? {}) as {
      import?: { id: string; status: string };
      id?: string;
      status?: string;
    }[];
    const found = answer?.import ?? answer;
    if (!found?.id || !found.status) throw new Error(`the demo import failed: ${JSON.stringify(result)}`);
    return { id: found.id, status: found.status };
  };
  const planned = await call(
    'mutation ($id: ID!) { planImport(input: { uploadId: $id }) { ... on ImportChanged { import { id status } } } }',
    {
      id: upload.uploadId,
    },
  );
  await call('mutation ($id: ID!) { startImport(id: $id) { ... on ImportChanged { import { id status } } } }', planned);
  for (let state = planned; state.status !== 'COMPLETED'; ) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    state = await call('query ($id: ID!) { import(id: $id) { id status } }', planned);
    if (state.status === 'FAILED') throw new Error('the demo import failed');
  }
}
