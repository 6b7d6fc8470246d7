import { useTranslation } from 'react-i18next';
import type { BudgetFieldsFragment } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import { useDollars } from './use-dollars.ts';

/** How much of the month's limit is spent, with the marks at which somebody is told; the same in words below. */
export function BudgetMeter({ budget }: { budget: BudgetFieldsFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { about } = useDollars();
  const { limit, spent, reserved, warnings } = budget;
  if (limit === 0 && spent === 0) return <p className="text-14 text-ink">{t('modelCost.noBudget')}</p>;
  const share = limit === 0 ? 1 : spent / limit;
  const words = t('modelCost.spentOf', { spent: about(spent), limit: about(limit), share: format.percent(share) });
  return (
    <div className="grid max-w-[72ch] gap-2">
      <p className="text-14 text-ink tabular-nums">{words}</p>
      <meter
        className="sr-only"
        aria-label={t('modelCost.meter')}
        max={100}
        value={Math.min(100, Math.round(share * 100))}
        aria-valuetext={words}
      />
      <div aria-hidden="true" className="relative h-2.5 overflow-hidden rounded-full bg-pressed">
        <div className={`h-full ${colourOf(share)}`} style={{ width: `${Math.min(100, share * 100)}%` }} />
        {[80, 90].map((mark) => (
          <div key={mark} className="absolute inset-y-0 w-0.5 bg-surface" style={{ left: `${mark}%` }} />
        ))}
      </div>
      {reserved > 0 && <p className="text-13 text-muted">{t('modelCost.reserved', { amount: about(reserved) })}</p>}
      {warnings.map(({ percent, reachedAt }) => (
        <p key={percent} className={`text-13 ${percent === 100 ? 'text-bad' : 'text-attention'}`}>
          {t('modelCost.reached', { percent: format.percent(percent / 100), time: format.dateTime(reachedAt) })}
        </p>
      ))}
    </div>
  );
}

function colourOf(share: number): string {
  if (share >= 1) return 'bg-bad';
  return share >= 0.8 ? 'bg-attention' : 'bg-accent-mark';
}
