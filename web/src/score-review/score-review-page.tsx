import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSingleKey } from '../account/use-single-key.ts';
import { Button } from '../controls/button.tsx';
import { Page } from '../controls/page.tsx';
import { Panel } from '../controls/panel.tsx';
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

  const move = (step: 1 | -1) => setAt(Math.min(Math.max(0, place + step), Math.max(0, items.length - 1)));
  const choose = async (label: ScoreLabel) => {
    if (item === null || reviewing.loading) return;
    setRefusal(null);
    const { data } = await review({ variables: { input: { scoreId: item.score.id, label, seconds: secondsShown() } } });
    if (data?.reviewOutcomeScore?.__typename === 'Refused') setRefusal(data.reviewOutcomeScore);
    else setSpoken(t(`scoreLabel.${label}`));
    await Promise.all([waiting.refetch(), measures.refetch()]);
  };

  useSingleKey('1', () => void choose('GAIN'));
  useSingleKey('2', () => void choose('SETBACK'));
  useSingleKey('3', () => void choose('MIXED'));
  useSingleKey('4', () => void choose('NONE'));
  useSingleKey('j', () => move(1));
  useSingleKey('k', () => move(-1));

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
        note={
          waiting.data?.scoresToReview
            ? t('scoreReview.count', { count: waiting.data.scoresToReview.totalCount })
            : undefined
        }
        actions={
          items.length > 1 && (
            <span className="flex gap-2">
              <Button onClick={() => move(-1)} disabled={place === 0}>
                {t('review.previous')} <Key name="K" />
              </Button>
              <Button onClick={() => move(1)} disabled={place === items.length - 1}>
                {t('review.next')} <Key name="J" />
              </Button>
            </span>
          )
        }
      >
        {waiting.data === undefined && waiting.loading && <Loading />}
        {waiting.data !== undefined && item === null && (
          <Empty title={t('scoreReview.empty.title')}>{t('scoreReview.empty.text')}</Empty>
        )}
        {item !== null && (
          <ScoreCard item={item}>
            <div className="grid gap-2 sm:grid-cols-2 lg:grid-cols-4">
              {labels.map((label, index) => (
                <Button
                  key={label}
                  busy={reviewing.loading}
                  onClick={() => void choose(label)}
                  className="justify-between!"
                >
                  <span className="min-w-0 text-left break-words">{t(`scoreLabel.${label}`)}</span>
                  <Key name={String(index + 1)} />
                </Button>
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

/** The key that does the same. */
function Key({ name }: { name: string }) {
  return (
    <span aria-hidden="true" className="rounded-base border border-line-strong px-1.5 font-mono text-12 text-muted">
      {name}
    </span>
  );
}
