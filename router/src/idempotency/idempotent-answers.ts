import type { Database } from '@teei/runtime/database';
import { SealBroken, type Sealer, type SecretPlace } from '@teei/runtime/sealed-secret';
import { inTenant, type TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { TenantViewer } from '@teei/runtime/viewer';
import type { WrittenAnswer } from '../execute/answer.ts';

/** Answers by idempotency key, of one company and actor each; for a day, and in every router the same. */
export interface IdempotentAnswers {
  /** Whoever gets `claimed` executes the request and keeps its answer; `mostTime` (ms) is when it is over at the latest. */
  claim(asked: RequestOfKey, mostTime: number): Promise<KnownAnswer>;
  keep(asked: RequestOfKey, answer: WrittenAnswer): Promise<void>;
}

export interface RequestOfKey {
  readonly viewer: TenantViewer;
  readonly actor: string;
  readonly keyHash: string;
  readonly inputHash: string;
}

export type KnownAnswer =
  | { readonly state: 'claimed' | 'other-input' | 'in-flight' | 'unknown' }
  | { readonly state: 'answered'; readonly answer: WrittenAnswer };

/** Stripe's: a key may be used anew after a day. */
const hoursKept = 24;

/**
 * Both what was asked and what was answered may hold a secret, such as a new API key, and texts about people: all of it is
 * sealed, bound to its row.
 */
export function createIdempotentAnswers(database: Database, sealer: Sealer): IdempotentAnswers {
  return {
    claim: (asked, mostTime) =>
      inTenant(database, asked.viewer, async (tx) => {
        if (await insert(tx, asked, sealer.seal(asked.inputHash, placeOf(asked)), mostTime))
          return { state: 'claimed' };
        const [row] = await read(tx, asked);
        return row ? known(row, asked, sealer) : { state: 'in-flight' };
      }),
    keep: (asked, answer) =>
      inTenant(database, asked.viewer, async (tx) => {
        const { json, hasErrors } = answer;
        const sealed = sealer.seal(JSON.stringify({ json, hasErrors }), placeOf(asked));
        await tx.sql`
          UPDATE identity.idempotent_answer SET answer = ${sealed}
          WHERE company_id = ${tx.companyId} AND actor = ${asked.actor} AND key_hash = ${asked.keyHash}`;
      }),
  };
}

/** Of two at the same moment the second waits here until the first has committed its claim, and then has none. */
async function insert(tx: TenantTransaction, asked: RequestOfKey, input: string, mostTime: number): Promise<boolean> {
  const rows = await tx.sql`
    INSERT INTO identity.idempotent_answer AS a (company_id, actor, key_hash, input, ends_by, expires_at)
    VALUES (${tx.companyId}, ${asked.actor}, ${asked.keyHash}, ${input},
      now() + make_interval(secs => ${mostTime / 1000}::float8), now() + make_interval(hours => ${hoursKept}::int))
    ON CONFLICT (company_id, actor, key_hash) DO UPDATE SET input = excluded.input, answer = NULL, started_at = now(),
      ends_by = excluded.ends_by, expires_at = excluded.expires_at
    WHERE a.expires_at < now() RETURNING true AS claimed`;
  return rows.length > 0;
}

interface Row {
  readonly input: string;
  readonly answer: string | null;
  readonly isOver: boolean;
}

function read(tx: TenantTransaction, { actor, keyHash }: RequestOfKey): Promise<Row[]> {
  return tx.sql<Row>`
    SELECT input, answer, ends_by < now() AS "isOver" FROM identity.idempotent_answer
    WHERE company_id = ${tx.companyId} AND actor = ${actor} AND key_hash = ${keyHash}`;
}

function known({ input, answer, isOver }: Row, asked: RequestOfKey, sealer: Sealer): KnownAnswer {
  try {
    if (sealer.open(input, placeOf(asked)) !== asked.inputHash) return { state: 'other-input' };
    if (answer !== null) return { state: 'answered', answer: JSON.parse(sealer.open(answer, placeOf(asked))) };
  } catch (error) {
    // Its key was replaced and forgotten: that it was executed is all that is left.
    if (error instanceof SealBroken) return { state: 'unknown' };
    throw error;
  }
  return { state: isOver ? 'unknown' : 'in-flight' };
}

function placeOf({ viewer, actor, keyHash }: RequestOfKey): SecretPlace {
  return { companyId: viewer.companyId, table: 'identity.idempotent_answer', id: `${actor} ${keyHash}` };
}
