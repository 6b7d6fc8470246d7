import { ratingCreated } from '@teei/programs/events';
import type { PlatformEvent } from '@teei/runtime/define-event';
import { newId } from '@teei/runtime/id';
import { scoreSessions } from '../jobs/score-sessions.ts';
import type { OutcomesScene } from './outcomes-scene.ts';

/** What a participant wrote after a session. */
export interface Said {
  readonly sessionId: string;
  readonly participantId: string;
  readonly text: string;
  readonly revision?: number;
}

/** Does what the consumer does with the events that bring texts. */
export async function readTexts(scene: OutcomesScene, companyId: string, texts: readonly Said[]): Promise<void> {
  const events = texts.map(({ revision = 1, ...text }): PlatformEvent => {
    const data = { ...text, revision, programmeId: newId(), rating: 4, startedAt: '2026-02-03T10:00:00.000Z' };
    const about = { id: newId(), companyId, type: ratingCreated.type, dataVersion: 1, subject: text.sessionId, data };
    return { ...about, correlationId: null, causationId: null, time: '2026-02-03T11:00:00.000Z' };
  });
  await scene.within(companyId, (tx) => scoreSessions(scene.outcomes.parts).handle(tx, events));
}

/** Stores scores of a version, and what one reviewer said of each. */
export async function keepReviewed(
  scene: OutcomesScene,
  companyId: string,
  version: string,
  rows: readonly (readonly [confidence: number, label: string])[],
): Promise<void> {
  const sessions = rows.map(([confidence]) => ({
    ...{ sessionId: newId(), participantId: newId(), startedAt: '2026-03-01T10:00:00Z', modelVersion: version },
    scores: [{ dimension: 'confidence' as const, level: 0.9, confidence }],
  }));
  await scene.keep(companyId, sessions);
  await review(
    scene,
    companyId,
    sessions.map(({ sessionId }, at) => [sessionId, rows[at]?.[1] ?? 'NONE']),
  );
}

/** What one reviewer says of all scores of these texts. */
export async function review(
  scene: OutcomesScene,
  companyId: string,
  labels: readonly (readonly [sourceId: string, label: string])[],
): Promise<void> {
  await scene.within(
    companyId,
    (tx) => tx.sql`
      INSERT INTO outcomes.score_review (id, company_id, score_id, source_kind, source_id, dimension, scored, confidence, model_version, hash,
        label, actor, language)
      SELECT gen_random_uuid(), s.company_id, s.id, s.source_kind, s.source_id, s.dimension, s.direction, s.confidence, s.model_version, 'hash',
        l.label, 'member:reviewer', 'en'
      FROM unnest(${labels.map(([sourceId]) => sourceId)}::uuid[], ${labels.map(([, label]) => label)}::text[]) AS l (id, label)
      JOIN outcomes.outcome_score s ON s.company_id = ${companyId} AND s.source_id = l.id`,
  );
}
