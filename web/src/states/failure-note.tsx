import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { type Failure, failureOf } from '../graph/failure.ts';

/** What happened, its code, and a way on. */
export function FailureNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t, i18n } = useTranslation();
  const failure = failureOf(error);
  const known = `failure.${failure.code}`;
  return (
    <div role="alert" className="grid gap-3 rounded-base border border-bad/40 bg-bad-tint p-4">
      <div className="grid gap-1">
        <p className="font-medium text-bad">{t('failure.title')}</p>
        <p className="max-w-[72ch] text-soft">{i18n.exists(known) ? t(known as 'failure.NETWORK') : failure.message}</p>
        <p className="font-mono text-12 text-muted">{codeLine(failure)}</p>
      </div>
      {onRetry && (
        <div>
          <Button onClick={onRetry}>{t('failure.retry')}</Button>
        </div>
      )}
    </div>
  );
}

function codeLine({ code, correlationId }: Failure): string {
  return correlationId === null ? code : `${code} · ${correlationId}`;
}
