import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceButton } from '../controls/choice-button.tsx';
import { Page } from '../controls/page.tsx';
import { Panel } from '../controls/panel.tsx';
import { QueueSteps } from '../controls/queue-steps.tsx';
import { BringData } from '../first-run/bring-data.tsx';
import { useHasScope } from '../frame/viewer-context.ts';
import type { ScoreLabel } from '../generated/graphql.ts';
import {
  useReviewOutcomeScoreMutation,
  useScoreReviewMeasuresQuery,
  useScoresToReviewQuery,
} from '../generated/hooks.ts';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { NotAllowed } from '../states/not-allowed.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';
import { ReviewMeasures } from './review-measures.tsx';
import { ScoreCard } from './score-card.tsx';

const labels = ['GAIN', 'SETBACK', 'MIXED', 'NONE'] as const satisfies ScoreLabel[];

/** One score at a time, the least certain first: one key says what the text says, and the next one is there. */
export function ScoreReviewPage() {
  const { t } = useTranslation();
  const mayReview = useHasScope('scores:review');
  const [at, setAt] = useState(0);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [spoken, setSpoken] = useState('');
  const waiting = useScoresToReviewQuery({ fetchPolicy: 'cache-and-network', skip: mayReview !== true });
  const measures = useScoreReviewMeasuresQuery({ fetchPolicy: 'cache-and-network', skip: mayReview !== true });
  const [review, reviewing] = useReviewOutcomeScoreMutation();
  const items = waiting.data?.scoresToReview?.nodes ?? [];
  const place = Math.min(at, Math.max(0, items.length - 1));
  const item = items[place] ?? null;

  const secondsShown = useSecondsShown(item?.score.id);

  const stepTo = (step: 1 | -1) => (items[place + step] === undefined ? null : () => setAt(place + step));
  const choose = async (label: ScoreLabel) => {
    if (item === null || reviewing.loading) return;
    setRefusal(null);
    const { data } = await review({ variables: { input: { scoreId: item.score.id, label, seconds: secondsShown() } } });
    if (data?.reviewOutcomeScore?.__typename === 'Refused') setRefusal(data.reviewOutcomeScore);
    else setSpoken(t(`scoreLabel.${label}`));
    await Promise.all([waiting.refetch(), measures.refetch()]);
  };

  if (mayReview === false) return <NotAllowed title={t('scoreReview.title')} scope="scores:review" />;
  const failure = waiting.error ?? reviewing.error ?? measures.error;
  return (
    <Page title={t('scoreReview.title')} lead={t('scoreReview.lead')}>
      {failure !== undefined && <FailureNote error={failure} onRetry={() => void waiting.refetch()} />}
      {refusal !== null && <RefusalNote refusal={refusal} />}
      <p role="status" className="sr-only">
        {spoken}
      </p>
      <Panel
        title={t('scoreReview.waiting')}
        term="scoreConfidence"
        note={
          waiting.data?.scoresToReview
            ? t('scoreReview.count', { count: waiting.data.scoresToReview.totalCount })
            : undefined
        }
        actions={<QueueSteps onPrevious={stepTo(-1)} onNext={stepTo(1)} />}
      >
        {waiting.data === undefined && waiting.loading && <Loading />}
        {waiting.data !== undefined && item === null && (
          <Empty title={t('scoreReview.empty.title')} action={<BringData />}>
            {t('scoreReview.empty.text')}
          </Empty>
        )}
        {item !== null && (
          <ScoreCard item={item}>
            <div className="grid gap-2 sm:grid-cols-2 lg:grid-cols-4">
              {labels.map((label, index) => (
                <ChoiceButton
                  key={label}
                  digit={index + 1}
                  words={t(`scoreLabel.${label}`)}
                  busy={reviewing.loading}
                  onChoose={() => void choose(label)}
                />
              ))}
            </div>
          </ScoreCard>
        )}
      </Panel>
      {measures.data && <ReviewMeasures data={measures.data} />}
    </Page>
  );
}

/** For how long this score has been shown by now, to a tenth of a second. */
function useSecondsShown(scoreId: string | undefined): () => number {
  const since = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the clock starts again with every score.
  useEffect(() => {
    since.current = performance.now();
  }, [scoreId]);
  return () => Math.round((performance.now() - since.current) / 100) / 10;
}
