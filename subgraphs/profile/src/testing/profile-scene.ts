import { randomUUID } from 'node:crypto';
import type { Subgraph } from '@teei/runtime/create-subgraph';
import { newId } from '@teei/runtime/id';
import { type MemberViewer, type Role, scopesOfRole, type Viewer } from '@teei/runtime/viewer';
import type { GraphQLFormattedError } from 'graphql';
import { startTestPlatform, type TestPlatform } from '../../../../tests/src/test-platform.ts';
import { createProfile } from '../main.ts';
import { toldEvents } from './told-events.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of many shapes.
type Data = any;

/** The profile subgraph on a database of its own, with people in it who ask. */
export interface ProfileScene {
  readonly platform: TestPlatform;
  readonly profile: Subgraph;
  /** Makes a member and answers the viewer that they are. */
  addMember(companyId: string, role: Role, userId?: string): Promise<MemberViewer>;
  /** Makes a participant or a volunteer with one identity. */
  addPerson(kind: 'participant' | 'volunteer', companyId: string, email: string): Promise<string>;
  ask(
    viewer: Viewer,
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<{ data: Data; errors: readonly GraphQLFormattedError[] | undefined }>;
  /** What the company's outbox holds, oldest first. */
  events(companyId: string): Promise<{ type: string; subject: string; data: Data }[]>;
  /** The SQL that `work` makes tenant transactions run. */
  statementsOf(work: () => Promise<unknown>): Promise<string[]>;
  close(): Promise<void>;
}

export async function startProfileScene(): Promise<ProfileScene> {
  const platform = await startTestPlatform();
  const profile = platform.join(createProfile(platform.platform));
  const { sql } = platform;
  return {
    platform,
    profile,
    addMember: async (companyId, role, userId = randomUUID()) => {
      const memberId = newId();
      await sql.query(
        `INSERT INTO profile.member (id, company_id, user_id, name, email, role) VALUES ($1, $2, $3, $4, $5, $6)`,
        [memberId, companyId, userId, `Name of ${userId}`, `${userId}@example.org`, role],
      );
      return { kind: 'member', userId, memberId, companyId, role, scopes: scopesOfRole[role] };
    },
    addPerson: async (kind, companyId, email) => {
      const id = newId();
      await sql.query(`INSERT INTO profile.${kind} (id, company_id, email) VALUES ($1, $2, $3)`, [
        id,
        companyId,
        email,
      ]);
      await sql.query(
        `INSERT INTO profile.person_identity (id, company_id, person_kind, person_id, system, external_id)
         VALUES ($1, $2, $3, $4, 'kintell', $5)`,
        [newId(), companyId, kind.toUpperCase(), id, email],
      );
      return id;
    },
    ask: async (viewer, query, variables) => {
      const { data, errors } = await profile.execute({ query, variables }, { viewer, correlationId: randomUUID() });
      return { data, errors: errors?.map((error) => error.toJSON()) };
    },
    events: (companyId) => toldEvents(sql, companyId),
    statementsOf: async (work) => {
      const statements: string[] = [];
      profile.parts.database.onStatement = (text) => void statements.push(text);
      await work();
      profile.parts.database.onStatement = undefined;
      return statements;
    },
    close: async () => {
      await profile.destroy();
      await platform.close();
    },
  };
}
