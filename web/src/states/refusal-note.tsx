import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RefusedFieldsFragment } from '../generated/graphql.ts';

export type Refusal = Omit<RefusedFieldsFragment, '__typename'>;

/** An expected "no": what was wrong, what to do next, and the code. Takes the focus, so that nobody misses it. */
export function RefusalNote({ refusal }: { refusal: Refusal }) {
  const { t, i18n } = useTranslation();
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusal.code) note.current?.focus();
  }, [refusal]);
  const words = i18n.exists(`refusal.${refusal.code}.message`)
    ? {
        message: t(`refusal.${refusal.code as KnownCode}.message`),
        remedy: t(`refusal.${refusal.code as KnownCode}.remedy`),
      }
    : refusal;
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

/** Any code that the catalogues know; `exists` has said that this is one. */
type KnownCode = 'IMPORT_EMPTY_FILE';
