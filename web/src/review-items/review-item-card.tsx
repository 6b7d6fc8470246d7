import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { textLinkClass } from '../controls/text-link.ts';
import type { ReviewItemCardFragment } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import { personName } from '../people/person-name.ts';
import { personOf } from './choices.ts';

/** The question, both sides beside each other, and below what can be decided. */
export function ReviewItemCard({ item, children }: { item: ReviewItemCardFragment; children: ReactNode }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <article aria-labelledby={`question-${item.id}`} className="grid gap-4">
      <div className="grid gap-1">
        <h3 id={`question-${item.id}`} className="text-16 font-medium text-ink">
          {t('review.question', { system: item.system, id: item.externalId })}
        </h3>
        <p className="text-13 text-muted">{t('review.raised', { time: format.dateTime(item.raisedAt) })}</p>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Side title={t('review.holder')} item={item} side={item.holder} />
        <Side title={t('review.claimant')} item={item} side={item.claimant} />
      </div>
      {children}
    </article>
  );
}

function Side({ title, item, side }: SideProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const person = personOf(side);
  if (person === null) {
    return (
      <section aria-label={title} className="rounded-base border border-line bg-sunken p-4 text-13 text-muted">
        {t('review.erased')}
      </section>
    );
  }
  const last = person.sessions?.nodes[0]?.startedAt;
  const programmes = side.participant?.enrolments?.nodes.map(({ programme }) => programme.name) ?? [];
  const facts = [
    { label: t('review.email'), value: person.email },
    { label: t('people.programmes'), value: programmes.join(', ') || null },
    { label: t('people.sessions'), value: format.whole(person.sessions?.totalCount ?? 0) },
    { label: t('people.lastSession'), value: last === undefined ? null : format.date(last) },
    { label: t('review.known'), value: format.date(person.createdAt) },
    {
      label: t('identity.title'),
      value: person.identities?.map(({ system, externalId }) => `${system}: ${externalId}`).join('\n') || null,
    },
  ];
  return (
    <section
      aria-label={title}
      className="grid min-w-0 content-start gap-3 rounded-base border border-line bg-sunken p-4"
    >
      <div className="grid gap-0.5">
        <p className="text-12 text-muted">{title}</p>
        {item.personKind === 'PARTICIPANT' ? (
          <Link to={`/people/${person.id}`} className={`${textLinkClass} text-16 font-medium break-all`}>
            {personName(person)}
          </Link>
        ) : (
          <p className="text-16 font-medium break-all text-ink">{personName(person)}</p>
        )}
      </div>
      <dl className="grid gap-2">
        {facts.map(({ label, value }) => (
          <div key={label} className="grid gap-0.5">
            <dt className="text-12 text-muted">{label}</dt>
            <dd className="text-13 break-words whitespace-pre-line text-ink">{value ?? '–'}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface SideProps {
  readonly title: string;
  readonly item: ReviewItemCardFragment;
  readonly side: ReviewItemCardFragment['claimant'];
}
