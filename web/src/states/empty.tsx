import type { ReactNode } from 'react';

/** Nothing here yet: what this place is for, and the next step. */
export function Empty({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <div className="grid justify-items-start gap-3 rounded-base border border-dashed border-line-strong bg-sunken/60 px-5 py-6">
      <div className="grid gap-1">
        <p className="font-medium text-ink">{title}</p>
        <p className="max-w-[60ch] text-13 text-muted">{children}</p>
      </div>
      {action}
    </div>
  );
}
