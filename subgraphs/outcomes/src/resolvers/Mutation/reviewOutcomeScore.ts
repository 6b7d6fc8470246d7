import { isId } from '@teei/runtime/id';
import { refused } from '@teei/runtime/refusal';
import { actorOf } from '@teei/runtime/viewer';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { OutcomeScoreStore } from '../../store/outcome-score-store.ts';
import { ScoreReviewStore } from '../../store/score-review-store.ts';
import { tellAudited } from '../tell-audited.ts';

export const reviewOutcomeScore: MutationResolvers['reviewOutcomeScore'] = async (_, { input }, context) => {
  const { scoreId, label } = input;
  const seconds = input.seconds != null && input.seconds >= 0 && input.seconds <= 3600 ? input.seconds : null;
  const tx = await context.tx();
  const [score] = isId(scoreId) ? await new OutcomeScoreStore(tx).byIds([scoreId]) : [];
  if (!score)
    return refused('SCORE_NOT_FOUND', 'There is no such score.', 'Its text may have changed; go on with the next one.');
  const review = { scoreId, label, actor: actorOf(context.viewer), seconds };
  if (!(await new ScoreReviewStore(tx).add(review)))
    return refused('SCORE_REVIEWED', 'You have reviewed this score already.', 'Go on with the next one.');
  await tellAudited(context, { action: 'outcomeScore.reviewed', target: scoreId, detail: { label } });
  return { __typename: 'OutcomeScoreReviewed', score };
};
