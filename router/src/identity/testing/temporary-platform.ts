import { rm } from 'node:fs/promises';
import { newId } from '@teei/runtime/id';
import { createLog, type Logger } from '@teei/runtime/log';
import type { Role } from '@teei/runtime/viewer';
import { openWakeUps, type WakeUps } from '@teei/runtime/wake-ups';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../../../stack/src/embedded-postgres.ts';
import { migratedDataFolder } from '../../../../tests/src/data-template.ts';
import { createIdentity, type Identity, type IdentityOptions } from '../create-identity.ts';

export const password = 'correct horse battery staple';

/** A platform of one database and one identity service, thrown away at the end. */
export interface TemporaryPlatform {
  readonly databaseUrl: string;
  /** Acts as the owner of the database, past every policy. */
  readonly owner: pg.Pool;
  readonly wakeUps: WakeUps;
  readonly log: Logger;
  identity(options?: Partial<IdentityOptions>): Identity;
  addCompany(name: string): Promise<string>;
  addMember(companyId: string, userId: string, role: Role): Promise<string>;
  /** As profile does it: the change and its event in one transaction. */
  changeRole(companyId: string, memberId: string, role: Role, wake?: boolean): Promise<void>;
  emitFromProfile(companyId: string, type: string, subject: string): Promise<void>;
  stop(): Promise<void>;
}

export async function startTemporaryPlatform(): Promise<TemporaryPlatform> {
  const folder = await migratedDataFolder();
  const postgres = await startEmbeddedPostgres(folder, () => undefined);
  const owner = new pg.Pool({ connectionString: postgres.url, max: 4 });
  // Stopping the server ends idle connections before the pool has closed them.
  owner.on('error', () => undefined);
  const log = createLog('identity-test', 'silent');
  const wakeUps = await openWakeUps({ databaseUrl: postgres.url, log });
  const identities: Identity[] = [];

  const emit = (client: pg.Pool | pg.PoolClient, companyId: string, type: string, subject: string) =>
    client.query(
      `INSERT INTO profile.outbox (id, company_id, type, data_version, subject, data) VALUES ($1, $2, $3, 1, $4, '{}')`,
      [newId(), companyId, type, subject],
    );

  return {
    databaseUrl: postgres.url,
    owner,
    wakeUps,
    log,
    identity: (options) => {
      const identity = createIdentity({
        databaseUrl: postgres.url,
        baseUrl: 'http://127.0.0.1:4000',
        secret: 'a-key-for-tests-0123456789abcdefghij',
        trustedOrigins: [],
        production: false,
        wakeUps,
        log,
        signInsPerMinute: 1_000,
        ...options,
      });
      identities.push(identity);
      return identity;
    },
    addCompany: async (name) => {
      const id = newId();
      await owner.query('INSERT INTO profile.company (id, name, slug) VALUES ($1, $2, $3)', [
        id,
        name,
        `${name}-${id}`,
      ]);
      return id;
    },
    addMember: async (companyId, userId, role) => {
      const id = newId();
      const text = `INSERT INTO profile.member (id, company_id, user_id, name, email, role) VALUES ($1, $2, $3, 'N', 'e', $4)`;
      await owner.query(text, [id, companyId, userId, role]);
      await emit(owner, companyId, 'profile.member.changed', id);
      wakeUps.wake('profile');
      return id;
    },
    changeRole: async (companyId, memberId, role, wake = true) => {
      const client = await owner.connect();
      await client.query('BEGIN');
      await client.query('UPDATE profile.member SET role = $3 WHERE company_id = $1 AND id = $2', [
        companyId,
        memberId,
        role,
      ]);
      await emit(client, companyId, 'profile.member.changed', memberId);
      await client.query('COMMIT');
      client.release();
      if (wake) wakeUps.wake('profile');
    },
    emitFromProfile: async (companyId, type, subject) => {
      await emit(owner, companyId, type, subject);
      wakeUps.wake('profile');
    },
    stop: async () => {
      await Promise.all(identities.map((identity) => identity.destroy()));
      await wakeUps.close();
      await owner.end();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
