import { ReviewItemsPage } from '../review-items/review-items-page.tsx';
import { SafetyPage } from '../safety/safety-page.tsx';
import { ScoreReviewPage } from '../score-review/score-review-page.tsx';

/** What waits for a person's decision, in one chunk: all are lists that are worked through by keys. */
export function DecisionPage({ on }: { on: keyof typeof pages }) {
  const Page = pages[on];
  return <Page />;
}

const pages = { people: ReviewItemsPage, safety: SafetyPage, scores: ScoreReviewPage } as const;
