import { createHash } from 'node:crypto';
import { actorOf, type TenantViewer } from '@teei/runtime/viewer';
import type { AdmittedOperation, AnsweringParts, Asker } from '../asker.ts';
import type { WrittenAnswer } from '../execute/answer.ts';
import type { OperationRequest } from '../operation/operation-request.ts';
import { Refusal } from '../refusal.ts';
import type { IdempotentAnswers, RequestOfKey } from './idempotent-answers.ts';

/** Seconds after which a sender who was told that the first request is under way may ask again. */
const retryAfter = 1;
/** Milliseconds beyond an operation's own time limit in which its answer is kept. */
const slack = 30_000;

/**
 * A mutation with an idempotency key, by Stripe's rules: the first request is executed and its answer kept, whatever it
 * is; the same request again gets that answer; another request under the key, or the same while the first is under way,
 * is refused. What was refused before it was executed is not kept. See docs/adr/0029.
 */
export async function answerOnce(
  request: OperationRequest,
  operation: AdmittedOperation,
  asker: Asker,
  router: AnsweringParts,
  execute: () => Promise<WrittenAnswer>,
): Promise<WrittenAnswer> {
  const { viewer, idempotencyKey } = asker;
  if (idempotencyKey === undefined || viewer.kind === 'anonymous') return execute();
  const answers = router.idempotency;
  if (!answers) throw new Refusal('IDEMPOTENCY_NOT_SERVED', 'This router keeps no answers');
  const asked = requestOf(request, operation, viewer, idempotencyKey, router);
  const known = await answers.claim(asked, router.settings.operationTimeout + slack);
  switch (known.state) {
    case 'claimed':
      return executeAndKeep(answers, asked, execute, (error) =>
        router.onUnexpected(error, 'identity', asker.correlationId),
      );
    case 'answered':
      return { ...known.answer, isReplayed: true };
    case 'other-input':
      throw new Refusal('IDEMPOTENCY_KEY_REUSED', 'This idempotency key was used for another request');
    case 'in-flight':
      throw new Refusal(
        'IDEMPOTENCY_KEY_IN_FLIGHT',
        'The first request with this idempotency key is under way',
        retryAfter,
      );
    case 'unknown':
      throw new Refusal(
        'IDEMPOTENCY_OUTCOME_UNKNOWN',
        'The first request with this idempotency key was interrupted; whether it took effect is not known',
      );
  }
}

/** An answer that cannot be kept is given all the same: to execute again could do it twice. */
async function executeAndKeep(
  answers: IdempotentAnswers,
  asked: RequestOfKey,
  execute: () => Promise<WrittenAnswer>,
  onUnexpected: (error: unknown) => void,
): Promise<WrittenAnswer> {
  const answer = await execute();
  await answers.keep(asked, answer).catch(onUnexpected);
  return answer;
}

function requestOf(
  request: OperationRequest,
  { variables }: AdmittedOperation,
  viewer: TenantViewer,
  key: string,
  router: AnsweringParts,
): RequestOfKey {
  // Coerced variables are in the schema's order, so the same values in another order are the same input.
  const input = [router.persisted.textOf(request, viewer), request.operationName ?? null, variables];
  return { viewer, actor: actorOf(viewer), keyHash: sha256(key), inputHash: sha256(JSON.stringify(input)) };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
