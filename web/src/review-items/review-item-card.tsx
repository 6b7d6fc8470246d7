import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewItemCardFragment } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import { Comparison } from './comparison.tsx';

/** The question, both sides beside each other, and below what can be decided. */
export function ReviewItemCard({ item, children }: { item: ReviewItemCardFragment; children: ReactNode }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <article aria-labelledby={`question-${item.id}`} className="grid gap-4">
      <div className="grid gap-1">
        <h3 id={`question-${item.id}`} className="text-16 font-medium text-ink">
          {t('review.question', { system: item.system, id: item.externalId })}
        </h3>
        <p className="text-13 text-muted">{t('review.raised', { time: format.dateTime(item.raisedAt) })}</p>
      </div>
      <Comparison item={item} />
      {children}
    </article>
  );
}
