import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ManifestProblemLineFragment } from '../generated/graphql.ts';
import { useProblemWords } from './use-problem-words.ts';

/** Why a manifest was not taken: each with the operation, the place in it and what to do. Takes the focus. */
export function ProblemList({ problems }: { problems: readonly ManifestProblemLineFragment[] }) {
  const { t } = useTranslation();
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) note.current?.focus();
  }, [problems]);
  return (
    <div
      ref={note}
      role="alert"
      tabIndex={-1}
      className="grid gap-3 rounded-base border border-attention/40 bg-attention-tint p-4 outline-offset-2"
    >
      <p className="font-medium text-attention">{t('operations.notTaken', { count: problems.length })}</p>
      <ul className="grid gap-3">
        {problems.map((problem) => (
          <ProblemLine key={`${problem.operation} ${problem.code} ${problem.message}`} problem={problem} />
        ))}
      </ul>
    </div>
  );
}

export function ProblemLine({ problem }: { problem: ManifestProblemLineFragment }) {
  const { t } = useTranslation();
  const { message, remedy } = useProblemWords()(problem);
  const { operation, line, column, code } = problem;
  return (
    <li className="grid gap-0.5 text-13">
      <p className="font-medium break-words text-ink">
        {operation !== null && <span className="font-mono">{operation}: </span>}
        {message}
      </p>
      <p className="max-w-[72ch] text-soft">{remedy}</p>
      <p className="font-mono text-12 text-muted">
        {code}
        {line !== null && ` · ${t('operations.place', { line, column: column ?? 1 })}`}
      </p>
    </li>
  );
}
