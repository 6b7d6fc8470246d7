import { randomUUID } from 'node:crypto';
import type { Subgraph } from '@teei/runtime/create-subgraph';
import { newId } from '@teei/runtime/id';
import type { RemoteModelAccess } from '@teei/runtime/remote-model-access';
import { inTenant, type TenantTransaction } from '@teei/runtime/tenant-transaction';
import { type Role, scopesOfRole, serviceViewer, type Viewer } from '@teei/runtime/viewer';
import { expect } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../../../../tests/src/test-platform.ts';
import type { Dimension, Direction } from '../domain/q2q/score-text.ts';
import { impactComputer } from '../jobs/compute-impact.ts';
import { metricComputer } from '../jobs/compute-metrics.ts';
import { periodComputer } from '../jobs/compute-periods.ts';
import { createOutcomes } from '../main.ts';
import { FactStore } from '../store/fact-store.ts';
import { markDirty } from '../store/metric-computation.ts';
import { ScoreStore } from '../store/score-store.ts';

/** A session as the stores keep it, with what its text says. */
export interface SceneSession {
  readonly sessionId?: string;
  readonly revision?: number;
  readonly participantId: string;
  readonly volunteerId?: string | null;
  readonly programmeId?: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly minutes?: number;
  readonly language?: string;
  /** What made the scores; `test-1` unless another is named. */
  readonly modelVersion?: string;
  readonly scores?: readonly SceneScore[];
}

export interface SceneScore {
  readonly dimension: Dimension;
  readonly level: number;
  readonly confidence?: number;
  readonly snippet?: string;
  readonly dissent?: number;
}

/** The outcomes subgraph on a database of its own; nothing runs beside, so a test says when something is computed. */
export interface OutcomesScene {
  readonly platform: TestPlatform;
  readonly outcomes: Subgraph;
  viewer(companyId: string, role?: Role): Viewer;
  // biome-ignore lint/suspicious/noExplicitAny: answers have many shapes.
  ask(viewer: Viewer, query: string, variables?: Record<string, unknown>): Promise<any>;
  within<T>(companyId: string, work: (tx: TenantTransaction) => Promise<T>): Promise<T>;
  /** Stores sessions with their scores and marks their months. */
  keep(companyId: string, sessions: readonly SceneSession[]): Promise<void>;
  /** What the computing jobs do when they are told of changes. */
  compute(companyId: string): Promise<void>;
  close(): Promise<void>;
}

export async function startOutcomesScene(remoteModels: RemoteModelAccess = {}): Promise<OutcomesScene> {
  const platform = await startTestPlatform();
  const outcomes = platform.join(createOutcomes({ ...platform.platform, remoteModels }));
  const within: OutcomesScene['within'] = (companyId, work) =>
    inTenant(outcomes.parts.database, serviceViewer('test', companyId), work);
  return {
    platform,
    outcomes,
    within,
    viewer: (companyId, role = 'COMPANY_ADMIN') => ({
      ...{ kind: 'member', userId: randomUUID(), memberId: newId(), companyId, role, scopes: scopesOfRole[role] },
    }),
    ask: async (viewer, query, variables = {}) => {
      const { data, errors } = await outcomes.execute({ query, variables }, { viewer, correlationId: randomUUID() });
      expect(errors).toBeUndefined();
      return data;
    },
    keep: (companyId, sessions) => within(companyId, (tx) => keepSessions(tx, sessions)),
    compute: async (companyId) => {
      await within(companyId, (tx) => metricComputer(outcomes.parts).handle(tx, []));
      await within(companyId, (tx) => periodComputer(outcomes.parts).handle(tx, []));
      await within(companyId, (tx) => impactComputer(outcomes.parts).handle(tx, []));
    },
    close: async () => {
      await outcomes.destroy();
      await platform.close();
    },
  };
}

async function keepSessions(tx: TenantTransaction, sessions: readonly SceneSession[]): Promise<void> {
  const told = sessions.map((session) => ({
    ...session,
    sessionId: session.sessionId ?? newId(),
    revision: session.revision ?? 1,
    programmeId: session.programmeId ?? newId(),
    volunteerId: session.volunteerId ?? null,
    durationMinutes: session.minutes ?? 60,
  }));
  const months = await new FactStore(tx).keep(told);
  const scores = new ScoreStore(tx);
  const texts = told.map((each) => ({
    ...{ ...each, sourceKind: 'SESSION_FEEDBACK' as const, sourceId: each.sessionId },
    modelVersion: each.modelVersion ?? 'test-1',
  }));
  const claimed = await scores.claim(texts);
  months.push(...(await scores.remove([...claimed])));
  const fresh = texts.filter(({ sourceId }) => claimed.has(sourceId));
  months.push(
    ...(await scores.insert(
      fresh.flatMap(
        ({
          sourceKind,
          sourceId,
          revision,
          participantId,
          startedAt,
          language = 'en',
          modelVersion,
          scores: said = [],
        }) =>
          said.map((score) => ({
            ...{ sourceKind, sourceId, revision, participantId, author: 'PARTICIPANT' as const },
            ...{ language, modelVersion, observedAt: startedAt },
            ...{ score: scored(score), dissent: score.dissent ?? null },
          })),
      ),
    )),
  );
  await markDirty(tx, months);
}

function scored({ dimension, level, confidence = 0.9, snippet = `says something of ${dimension}` }: SceneScore) {
  const direction: Direction = level > 0.5 ? 'gain' : level < 0.5 ? 'setback' : 'mixed';
  const evidence = { start: 0, end: snippet.length, snippet, sha256: randomUUID() };
  return { dimension, level, confidence, direction, evidence };
}
