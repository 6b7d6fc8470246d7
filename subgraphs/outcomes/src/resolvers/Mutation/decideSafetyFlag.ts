import { isId } from '@teei/runtime/id';
import { actorOf } from '@teei/runtime/viewer';
import { LONGEST_NOTE, noteTooLong, refuseDecision, safetyFlagNotFound } from '../../domain/safety/review-rules.ts';
import { safetyReviewCompleted } from '../../events/index.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { SafetyFlagStore } from '../../store/safety-flag-store.ts';
import { SafetyReviewWrites } from '../../store/safety-review-writes.ts';
import { tellAudited } from '../tell-audited.ts';

export const decideSafetyFlag: MutationResolvers['decideSafetyFlag'] = async (_, { input }, context) => {
  const { id, decision } = input;
  const note = input.note?.trim() || null;
  if ((note?.length ?? 0) > LONGEST_NOTE) return noteTooLong();
  const tx = await context.tx();
  const writes = new SafetyReviewWrites(tx);
  const flag = isId(id) ? await writes.lock(id) : undefined;
  if (!flag) return safetyFlagNotFound();
  const actor = actorOf(context.viewer);
  const refusal = refuseDecision(flag.status, await new SafetyFlagStore(tx).reviewsOf([id]), actor);
  if (refusal) return refusal;
  await writes.add(id, { act: decision, note, actor });
  const { category, severity, status } = flag;
  const afterAppeal = status === 'APPEALED';
  await tellAudited(context, { action: 'safetyFlag.decided', target: id, detail: { decision, category, afterAppeal } });
  const told = {
    flagId: id,
    category: category.toLowerCase(),
    severity: severity.toLowerCase(),
    decision,
    afterAppeal,
  };
  await context.outbox.append(tx, safetyReviewCompleted, [{ subject: id, data: told }]);
  return { __typename: 'SafetyFlagDecided', safetyFlag: { ...flag, status: decision } };
};
