import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutcomeDraft } from './account-draft.ts';
import { fieldWords, problemWords } from './problem-words.ts';

/** Everything that stands in the way of saving, with links to where it is. Takes the focus when saving was tried. */
export function ProblemSummary({ problems, outcomes, ref }: ProblemSummaryProps) {
  const { t, i18n } = useTranslation();
  if (problems.size === 0) return null;
  return (
    <div
      ref={ref}
      tabIndex={-1}
      role="alert"
      className="grid gap-2 rounded-base border border-bad/50 bg-bad-tint p-4 text-14 text-ink"
    >
      <p className="font-medium">{t('socialReturn.problems', { count: problems.size })}</p>
      <ul className="grid gap-1">
        {[...problems].map(([path, code]) => {
          const [, index] = /^outcomes\.(\d+)\./.exec(path) ?? [];
          const outcome = index === undefined ? null : outcomes[Number(index)]?.title || `${Number(index) + 1}`;
          return (
            <li key={path}>
              <a href={`#sroi-${path}`} className="inline-flex min-h-6 items-center underline underline-offset-4">
                {outcome !== null && `${outcome}: `}
                {fieldWords(t, i18n, path)}. {problemWords(t, code)}
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

interface ProblemSummaryProps {
  readonly problems: ReadonlyMap<string, string>;
  readonly outcomes: readonly OutcomeDraft[];
  readonly ref: Ref<HTMLDivElement>;
}
