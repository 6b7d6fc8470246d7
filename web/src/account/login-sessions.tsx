import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { useFormat } from '../language/use-format.ts';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { browserWords } from './browser-words.ts';
import { others, useLoginSessions } from './use-login-sessions.ts';

/** Where one is signed in. Ending a session signs that browser out at once. */
export function LoginSessions() {
  const { t } = useTranslation();
  const format = useFormat();
  const { state, ending, end, endOthers, reload } = useLoginSessions();
  if (state.kind === 'loading') return <Loading />;
  if (state.kind === 'failed') return <FailureNote error={state.error} onRetry={reload} />;
  if (state.sessions.length === 0) return <Empty title={t('sessions.none')}>{t('sessions.note')}</Empty>;
  return (
    <div className="grid gap-3">
      <ul className="grid">
        {state.sessions.map((session) => {
          const browser = browserWords(session.userAgent ?? '') ?? t('sessions.unknown');
          return (
            <li
              key={session.token}
              className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-2.5 last:border-0"
            >
              <span className="grid min-w-0">
                <span className="font-medium">{browser}</span>
                <span className="text-13 text-muted">
                  {t('sessions.since', { time: format.dateTime(session.createdAt) })}
                  {session.ipAddress ? ` · ${session.ipAddress}` : ''}
                </span>
              </span>
              {session.token === state.current ? (
                <span className="rounded-full bg-good-tint px-2 py-0.5 text-12 font-medium text-good">
                  {t('sessions.this')}
                </span>
              ) : (
                <Button
                  onClick={() => end(session.token)}
                  busy={ending === session.token}
                  aria-label={t('sessions.endNamed', { browser })}
                >
                  {t('sessions.end')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {state.sessions.length > 1 && (
        <Button className="justify-self-start" onClick={endOthers} busy={ending === others}>
          {t('sessions.endOthers')}
        </Button>
      )}
    </div>
  );
}
