import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';

export interface Problem {
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly message: string;
}

/** YAML with numbered lines. A line with a problem is marked at its number, and the problem leads to its place. */
export function RuleText({ text, problems, readOnly, onChange }: RuleTextProps) {
  const { t } = useTranslation();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const lines = text.split('\n');
  const wrong = new Set(problems.map(({ line }) => line));
  const goTo = ({ line, column }: Problem) => {
    const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
    field.current?.focus();
    field.current?.setSelectionRange(start, start);
  };
  return (
    <div className="grid gap-3">
      <label htmlFor={id} className="sr-only">
        {t('journey.yaml')}
      </label>
      <div
        className={`flex overflow-hidden rounded-base border bg-surface font-mono text-13 leading-5 ${problems.length > 0 ? 'border-bad' : 'border-control'}`}
      >
        <ol aria-hidden="true" className="border-r border-line bg-sunken py-2 text-right text-muted select-none">
          {lines.map((_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
            <li key={index} className={`px-2 ${wrong.has(index + 1) ? 'bg-bad-tint font-medium text-bad' : ''}`}>
              {wrong.has(index + 1) ? `! ${index + 1}` : index + 1}
            </li>
          ))}
        </ol>
        <textarea
          ref={field}
          id={id}
          value={text}
          readOnly={readOnly}
          onChange={(event) => onChange(event.target.value)}
          rows={lines.length}
          wrap="off"
          spellCheck={false}
          autoComplete="off"
          aria-invalid={problems.length > 0 || undefined}
          aria-describedby={problems.length > 0 ? `${id}-problems` : undefined}
          className="min-h-60 min-w-0 flex-1 resize-none overflow-x-auto bg-surface px-3 py-2 text-ink"
        />
      </div>
      {problems.length > 0 && (
        <div
          id={`${id}-problems`}
          role="alert"
          className="grid gap-1 rounded-base border border-bad/40 bg-bad-tint p-4"
        >
          <p className="font-medium text-bad">{t('journey.problems', { count: problems.length })}</p>
          <ul className="grid gap-1">
            {problems.map((problem) => (
              <li key={`${problem.line} ${problem.column} ${problem.message}`}>
                <button
                  type="button"
                  onClick={() => goTo(problem)}
                  className="inline-flex min-h-6 items-center text-left underline underline-offset-4"
                >
                  {t('journey.place', { line: problem.line, column: problem.column })}
                </button>{' '}
                {problem.path !== '' && <code className="font-mono text-12">{problem.path}</code>} {problem.message}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

interface RuleTextProps {
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly readOnly: boolean;
  readonly onChange: (text: string) => void;
}
