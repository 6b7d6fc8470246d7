import { type ReactNode, useId } from 'react';
import { TermTip } from '../help/term-tip.tsx';
import type { Term } from '../help/terms.ts';

/** A bordered part of a page under its own heading. */
export function Panel({ title, term, note, actions, children }: PanelProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-4 rounded-base border border-line bg-surface p-5"
    >
      <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="grid max-w-[72ch] min-w-0 gap-1">
          <div className="flex items-center gap-1.5">
            <h2 id={id} className="text-16 font-strong text-ink">
              {title}
            </h2>
            {term && <TermTip term={term} />}
          </div>
          {note && <p className="text-13 text-muted">{note}</p>}
        </div>
        {actions}
      </header>
      {children}
    </section>
  );
}

interface PanelProps {
  readonly title: ReactNode;
  /** A word of the title or of the panel that is explained beside it. */
  readonly term?: Term;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}
