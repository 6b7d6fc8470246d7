import { newId } from '@teei/runtime/id';
import { inTenant } from '@teei/runtime/tenant-transaction';
import { serviceViewer } from '@teei/runtime/viewer';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { PersonWrites } from '../store/person-writes.ts';
import { type ProfileScene, startProfileScene } from '../testing/profile-scene.ts';

let scene: ProfileScene;

beforeAll(async () => {
  scene = await startProfileScene();
  await scene.profile.work();
});

afterAll(() => scene.close());

async function emitOrphans(
  companyId: string,
  data: { importId: string; participantIds: string[]; volunteerIds: string[] },
): Promise<void> {
  await scene.platform.sql.query(
    `INSERT INTO programs.outbox (id, company_id, type, data_version, subject, data) VALUES ($1, $2, 'programs.people.orphaned', 1, $3, $4)`,
    [newId(), companyId, data.importId, JSON.stringify(data)],
  );
  scene.platform.platform.wakeUps.wake('programs');
}

it('takes back the people of an undone import with their identities, and nobody else', async () => {
  const { sql } = scene.platform;
  const acme = await scene.platform.addCompany('Acme');
  const borealis = await scene.platform.addCompany('Borealis');
  const importId = newId();
  const brought = await scene.addPerson('participant', acme, 'brought@example.org');
  const helper = await scene.addPerson('volunteer', acme, 'helper@example.org');
  const otherImport = await scene.addPerson('participant', acme, 'other@example.org');
  const byHand = await scene.addPerson('participant', acme, 'hand@example.org');
  const foreign = await scene.addPerson('participant', borealis, 'brought@example.org');
  await sql.query('UPDATE profile.participant SET import_id = $1 WHERE id = ANY ($2)', [importId, [brought, foreign]]);
  await sql.query('UPDATE profile.volunteer SET import_id = $1 WHERE id = $2', [importId, helper]);
  await sql.query('UPDATE profile.participant SET import_id = $1 WHERE id = $2', [newId(), otherImport]);
  await emitOrphans(acme, {
    importId,
    participantIds: [brought, otherImport, byHand, foreign],
    volunteerIds: [helper],
  });
  await vi.waitFor(
    async () => {
      const people = 'SELECT id FROM profile.participant UNION ALL SELECT id FROM profile.volunteer';
      const left = (await sql.query(people)).rows.map(({ id }) => id).sort();
      expect(left).toEqual([otherImport, byHand, foreign].sort());
    },
    { timeout: 20_000, interval: 50 },
  );
  const { rows } = await sql.query('SELECT person_id FROM profile.person_identity');
  expect(rows.map(({ person_id }) => person_id).sort()).toEqual([otherImport, byHand, foreign].sort());
});

it('leaves whoever somebody else has found a moment ago, about to store something of them', async () => {
  const { sql } = scene.platform;
  const acme = await scene.platform.addCompany('Cirrus');
  const importId = newId();
  const [lately, longAgo] = [
    await scene.addPerson('participant', acme, 'lately@example.org'),
    await scene.addPerson('participant', acme, 'long-ago@example.org'),
  ];
  await sql.query('UPDATE profile.participant SET import_id = $1 WHERE id = ANY ($2)', [importId, [lately, longAgo]]);
  const viewer = serviceViewer('programs', acme);
  const find = (email: string) =>
    inTenant(scene.profile.parts.database, viewer, (tx) =>
      new PersonWrites(tx).findOrCreate('PARTICIPANT', [{ email, displayName: null, systems: [] }], newId()),
    );
  await find('lately@example.org');
  await find('long-ago@example.org');
  await sql.query("UPDATE profile.participant SET relied_at = now() - interval '3 minutes' WHERE id = $1", [longAgo]);
  await emitOrphans(acme, { importId, participantIds: [lately, longAgo], volunteerIds: [] });
  await vi.waitFor(
    async () => {
      const { rows } = await sql.query('SELECT id FROM profile.participant WHERE company_id = $1', [acme]);
      expect(rows).toEqual([{ id: lately }]);
    },
    { timeout: 20_000, interval: 50 },
  );
});
