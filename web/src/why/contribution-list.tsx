import { useTranslation } from 'react-i18next';
import type { WhyQuery } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import { inputWords } from './formula-words.ts';

type Contribution = NonNullable<WhyQuery['metric']>['lineage']['contributions'][number];

/** What a number is the sum of: each part with its share as a bar, its own formula, and where its values are from. */
export function ContributionList({ parts }: { parts: readonly Contribution[] }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  if (parts.length === 0) return null;
  const largest = Math.max(...parts.map(({ value }) => Math.abs(value)), Number.MIN_VALUE);
  return (
    <section aria-label={t('why.contributions')} className="grid gap-3">
      <h3 className="text-14 font-strong">{t('why.contributions')}</h3>
      <ul className="grid gap-4">
        {parts.map(({ name, value, formula, source }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two parts may have one name, and their order is theirs
          <li key={index} className="grid gap-1.5">
            <div className="flex items-baseline justify-between gap-3 text-14">
              <span className="min-w-0 break-words text-ink first-letter:uppercase">{inputWords(t, i18n, name)}</span>
              <span className="shrink-0 text-ink">
                {Math.abs(value) >= 1_000 ? format.whole(value) : format.level(value)}
              </span>
            </div>
            <span aria-hidden="true" className="h-1.5 rounded-full bg-pressed">
              <span
                className="block h-full rounded-full bg-accent-mark"
                style={{ width: `${(Math.abs(value) / largest) * 100}%` }}
              />
            </span>
            <p className="font-mono text-12 break-words text-soft">{formula}</p>
            {source !== null && <p className="text-12 text-muted">{source}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
