import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { currentToasts, dismissToast, onToasts, type Toast } from './toasts.ts';

/** At the lower edge, above the page. It is said to screen readers without taking the focus, and stays while somebody is on it. */
export function ToastList() {
  const { t } = useTranslation();
  const toasts = useSyncExternalStore(onToasts, currentToasts);
  return (
    <section
      aria-label={t('toasts.title')}
      className="pointer-events-none fixed inset-x-0 bottom-0 z-20 grid justify-items-center gap-2 p-4 print:hidden"
    >
      <div role="status" aria-relevant="additions" className="contents">
        {toasts.map((toast) => (
          <ToastNote key={toast.id} toast={toast} />
        ))}
      </div>
    </section>
  );
}

/** Milliseconds: long enough to read a sentence and to reach the button by keyboard. */
const shownFor = 12_000;

function ToastNote({ toast }: { toast: Toast }) {
  const { t } = useTranslation();
  const [held, setHeld] = useState(false);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (held || busy) return;
    const timer = setTimeout(() => dismissToast(toast.id), shownFor);
    return () => clearTimeout(timer);
  }, [held, busy, toast.id]);
  const undo = async () => {
    setBusy(true);
    await toast.undo?.();
    dismissToast(toast.id);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only waits while the pointer or the focus is on its buttons.
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className={`pointer-events-auto flex max-w-full items-center gap-2 rounded-base border bg-surface py-1.5 pr-1.5 pl-4 shadow-lift motion-safe:animate-[fade-in_150ms] ${toast.kind === 'failed' ? 'border-bad' : 'border-line-strong'}`}
    >
      <span className={`min-w-0 text-14 break-words ${toast.kind === 'failed' ? 'text-bad' : 'text-ink'}`}>
        {toast.words}
      </span>
      {toast.undo !== undefined && (
        <Button look="quiet" icon="undo" busy={busy} onClick={() => void undo()}>
          {t('takeBack')}
        </Button>
      )}
      <Button
        look="quiet"
        icon="close"
        aria-label={t('close')}
        onClick={() => dismissToast(toast.id)}
        className="px-2!"
      />
    </div>
  );
}
