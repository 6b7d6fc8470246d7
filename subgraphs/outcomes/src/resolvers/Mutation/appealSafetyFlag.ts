import { isId } from '@teei/runtime/id';
import { actorOf } from '@teei/runtime/viewer';
import {
  LONGEST_NOTE,
  noteTooLong,
  reasonMissing,
  refuseAppeal,
  safetyFlagNotFound,
} from '../../domain/safety/review-rules.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { SafetyFlagStore } from '../../store/safety-flag-store.ts';
import { SafetyReviewWrites } from '../../store/safety-review-writes.ts';
import { tellAudited } from '../tell-audited.ts';

export const appealSafetyFlag: MutationResolvers['appealSafetyFlag'] = async (
  _,
  { input: { id, reason } },
  context,
) => {
  const note = reason.trim();
  if (note === '') return reasonMissing();
  if (note.length > LONGEST_NOTE) return noteTooLong();
  const tx = await context.tx();
  const writes = new SafetyReviewWrites(tx);
  const flag = isId(id) ? await writes.lock(id) : undefined;
  if (!flag) return safetyFlagNotFound();
  const refusal = refuseAppeal(flag.status, await new SafetyFlagStore(tx).reviewsOf([id]));
  if (refusal) return refusal;
  await writes.add(id, { act: 'APPEALED', note, actor: actorOf(context.viewer) });
  await tellAudited(context, { action: 'safetyFlag.appealed', target: id, detail: { category: flag.category } });
  return { __typename: 'SafetyFlagAppealed', safetyFlag: { ...flag, status: 'APPEALED' } };
};
