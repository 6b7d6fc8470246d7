import { refused } from '@teei/runtime/refusal';
import { actorOf } from '@teei/runtime/viewer';
import { isWordRetention, longestWordRetention, shortestWordRetention } from '@teei/runtime/word-retention-bounds';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { WordRetentionStore } from '../../store/word-retention-store.ts';
import { tellAudited } from '../tell-audited.ts';

export const setWordRetention: MutationResolvers['setWordRetention'] = async (_, { input }, context) => {
  const { days, revision } = input;
  if (!isWordRetention(days))
    return refused(
      'WORD_RETENTION_OUT_OF_BOUNDS',
      'Words cannot be kept for that long, or for so short a time.',
      `Choose ${shortestWordRetention} to ${longestWordRetention} days.`,
    );
  const daysBefore = (await context.wordRetention()).days;
  const store = new WordRetentionStore(await context.tx());
  const set = await store.put(days, revision, actorOf(context.viewer));
  if (!set)
    return refused(
      'WORD_RETENTION_CHANGED',
      'Somebody has chosen another time since you read it.',
      'Read it again and choose once more.',
    );
  const target = context.tenant.companyId;
  await tellAudited(context, { action: 'wordRetention.set', target, detail: { days, daysBefore } });
  return { __typename: 'WordRetentionSet', wordRetention: set };
};
