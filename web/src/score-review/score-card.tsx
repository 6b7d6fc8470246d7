import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScoreToReviewCardFragment } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import { markedWords } from './marked-words.ts';

/** What was written, with the words that weighed most marked, and what the model made of it. */
export function ScoreCard({
  item: { reason, score },
  children,
}: {
  item: ScoreToReviewCardFragment;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = score.explanation?.map(({ word }) => word) ?? [];
  return (
    <article aria-labelledby={`score-${score.id}`} className="grid gap-4">
      <h3 id={`score-${score.id}`} className="text-16 font-medium text-ink">
        {t('scoreReview.question', { dimension: t(`dimension.${score.dimension}`) })}
      </h3>
      <blockquote className="max-w-[72ch] border-l-2 border-line-strong pl-4 text-16 text-pretty whitespace-pre-line text-ink [overflow-wrap:anywhere]">
        {markedWords(score.evidence.snippet, words).map(({ at, text, marked }) =>
          marked ? (
            <mark key={at} className="rounded-sm bg-accent-soft px-0.5 text-ink">
              {text}
            </mark>
          ) : (
            <span key={at}>{text}</span>
          ),
        )}
      </blockquote>
      <p className="text-13 text-soft">
        {t('scoreReview.model', {
          label: t(`scoreLabel.${score.direction}`),
          confidence: format.percent(score.confidence),
          version: score.modelVersion,
        })}
      </p>
      <p className="text-13 text-muted">
        {t(`reviewReason.${reason}`)} · {t(`textSource.${score.source}`)}, {format.date(score.evidence.observedAt)}
      </p>
      {children}
    </article>
  );
}
