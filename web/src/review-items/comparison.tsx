import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { textLinkClass } from '../controls/text-link.ts';
import type { ReviewItemCardFragment } from '../generated/graphql.ts';
import type { Format } from '../language/format.ts';
import { useFormat } from '../language/use-format.ts';
import { languageName } from '../people/language-name.ts';
import { personName } from '../people/person-name.ts';
import { personOf } from './choices.ts';

/** What is known of the two, line by line; what both have alike is marked. */
export function Comparison({ item }: { item: ReviewItemCardFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const holder = factsOf(item.holder, t, format);
  const claimant = factsOf(item.claimant, t, format);
  return (
    <table className="w-full table-fixed border-collapse text-13">
      <thead>
        <tr className="border-b border-line-strong align-bottom">
          <td className="w-20 py-2 pr-3 sm:w-36" />
          <PersonHeading title={t('review.holder')} side={item.holder} />
          <PersonHeading title={t('review.claimant')} side={item.claimant} />
        </tr>
      </thead>
      <tbody>
        {factNames.map((name) => {
          const alike = holder[name] !== null && holder[name] === claimant[name];
          return (
            <tr key={name} className="border-b border-line align-top">
              <th scope="row" className="py-2 pr-3 text-left font-regular break-words text-muted max-sm:text-12">
                {t(`reviewFact.${name}`)}
                {alike && <span className="block text-12 font-medium text-good">{t('review.alike')}</span>}
              </th>
              {[holder, claimant].map((facts, index) => (
                <td
                  key={index === 0 ? 'holder' : 'claimant'}
                  className="py-2 pr-3 break-words whitespace-pre-line text-ink [overflow-wrap:anywhere]"
                >
                  {facts[name] ?? '–'}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function PersonHeading({ title, side }: { title: string; side: Side }) {
  const { t } = useTranslation();
  const person = personOf(side);
  return (
    <th scope="col" className="py-2 pr-3 text-left font-regular">
      <span className="block text-12 text-muted">{title}</span>
      {person === null && <span className="text-14 text-muted">{t('review.erased')}</span>}
      {person?.__typename === 'Participant' && (
        <Link to={`/people/${person.id}`} className={`${textLinkClass} text-16 font-medium [overflow-wrap:anywhere]`}>
          {personName(person)}
        </Link>
      )}
      {person?.__typename === 'Volunteer' && (
        <span className="text-16 font-medium text-ink [overflow-wrap:anywhere]">{personName(person)}</span>
      )}
    </th>
  );
}

type Side = ReviewItemCardFragment['claimant'];
const factNames = ['email', 'language', 'programmes', 'sessions', 'last', 'known', 'identities'] as const;
type FactName = (typeof factNames)[number];

function factsOf(
  side: Side,
  t: ReturnType<typeof useTranslation>['t'],
  format: Format,
): Readonly<Record<FactName, string | null>> {
  const person = personOf(side);
  const last = person?.sessions?.nodes[0]?.startedAt;
  const language = side.participant?.language ?? null;
  return {
    email: person?.email ?? null,
    language: language === null ? null : languageName(t, language),
    programmes: side.participant?.enrolments?.nodes.map(({ programme }) => programme.name).join(', ') || null,
    sessions: person?.sessions ? format.whole(person.sessions.totalCount) : null,
    last: last === undefined ? null : format.date(last),
    known: person ? format.date(person.createdAt) : null,
    identities: person?.identities?.map(({ system, externalId }) => `${system}: ${externalId}`).join('\n') || null,
  };
}
