import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { textLinkClass } from '../controls/text-link.ts';
import type { SafetyFlagCardFragment } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import { personName } from '../people/person-name.ts';
import { SeverityBadge } from './severity-badge.tsx';

/** The sentence, where it was said, what was decided so far, and below what can be decided. */
export function SafetyFlagCard({ flag, children }: { flag: SafetyFlagCardFragment; children: ReactNode }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <article aria-labelledby={`flag-${flag.id}`} className="grid content-start gap-4">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 id={`flag-${flag.id}`} className="text-16 font-medium text-ink">
          {t(`safetyCategory.${flag.category}`)}
        </h3>
        <SeverityBadge severity={flag.severity} />
      </header>
      {flag.snippet === null ? (
        <p className="text-14 text-muted">{t('safety.gone')}</p>
      ) : (
        <blockquote className="max-w-[72ch] border-l-2 border-line-strong pl-4 text-16 text-pretty whitespace-pre-line text-ink [overflow-wrap:anywhere]">
          {flag.snippet}
        </blockquote>
      )}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-13">
        <Fact name={t('safety.author')}>{t(`textAuthor.${flag.author}`)}</Fact>
        <Fact name={t('safety.source')}>{t(`textSource.${flag.source}`)}</Fact>
        <Fact name={t('safety.observed')}>{format.date(flag.observedAt)}</Fact>
        {flag.participant && (
          <Fact name={t('safety.participant')}>
            <Link to={`/people/${flag.participant.id}`} className={textLinkClass}>
              {personName(flag.participant)}
            </Link>
          </Fact>
        )}
        <Fact name={t('safety.hash')}>
          <code className="font-mono text-12 [overflow-wrap:anywhere]">{flag.hash.slice(0, 16)}…</code>
        </Fact>
      </dl>
      {(flag.reviews ?? []).length > 0 && (
        <ol aria-label={t('safety.history')} className="grid gap-1 text-13">
          {flag.reviews?.map(({ id, act, note, madeAt }) => (
            <li key={id} className="text-soft">
              {t(`safetyAct.${act}`)} · {format.dateTime(madeAt)}
              {note !== null && <span className="block text-ink [overflow-wrap:anywhere]">{note}</span>}
            </li>
          ))}
        </ol>
      )}
      {children}
    </article>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 text-ink">{children}</dd>
    </>
  );
}
