import { useEffect, useRef } from 'react';
import type { RefusedFieldsFragment } from '../generated/graphql.ts';
import { useRefusalWords } from './use-refusal-words.ts';

export type Refusal = Omit<RefusedFieldsFragment, '__typename'>;

/** An expected "no": what was wrong, what to do next, and the code. Takes the focus, so that nobody misses it. */
export function RefusalNote({ refusal }: { refusal: Refusal }) {
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusal.code) note.current?.focus();
  }, [refusal]);
  const words = useRefusalWords(refusal) ?? refusal;
  return (
    <div
      ref={note}
      role="alert"
      tabIndex={-1}
      className="grid gap-1 rounded-base border border-attention/40 bg-attention-tint p-4 outline-offset-2"
    >
      <p className="font-medium text-attention">{words.message}</p>
      <p className="max-w-[72ch] text-soft">{words.remedy}</p>
      <p className="font-mono text-12 text-muted">{refusal.code}</p>
    </div>
  );
}
