import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ScrollArea } from '../controls/scroll-area.tsx';
import { textLinkClass } from '../controls/text-link.ts';
import type { PersonRowFragment } from '../generated/graphql.ts';
import { ParticipantFlags } from '../journey/participant-flags.tsx';
import { useFormat } from '../language/use-format.ts';
import { personName } from './person-name.ts';

export function PeopleTable({ people }: { people: readonly PersonRowFragment[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ScrollArea name={t('people.list')}>
      <table className="w-full min-w-160 border-collapse">
        <thead>
          <tr className="border-b border-line-strong text-13 text-muted">
            <th scope="col" className="py-2 pr-4 text-left font-medium">
              {t('people.person')}
            </th>
            <th scope="col" className="py-2 pr-4 text-left font-medium">
              {t('people.programmes')}
            </th>
            <th scope="col" className="py-2 pr-4 text-right font-medium">
              {t('people.sessions')}
            </th>
            <th scope="col" className="py-2 text-right font-medium">
              {t('people.lastSession')}
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => {
            const last = person.sessions?.nodes[0]?.startedAt;
            const conflicts = person.openReviewItems?.length ?? 0;
            return (
              <tr key={person.id} className="border-b border-line hover:bg-sunken">
                <th scope="row" className="max-w-80 py-2 pr-4 text-left font-regular">
                  <span className="flex flex-wrap items-center gap-x-2">
                    <Link to={`/people/${person.id}`} className={`${textLinkClass} font-medium`}>
                      <span className="truncate">{personName(person)}</span>
                    </Link>
                    {conflicts > 0 && (
                      <span className="rounded-full bg-attention-tint px-2 py-0.5 text-12 font-medium whitespace-nowrap text-attention">
                        {t('people.conflictCount', { count: conflicts })}
                      </span>
                    )}
                  </span>
                  <ParticipantFlags flags={person.journeyFlags} />
                  {person.displayName !== null && person.email !== null && (
                    <span className="block truncate text-13 text-muted">{person.email}</span>
                  )}
                </th>
                <td className="py-2 pr-4 text-13 text-soft">
                  {person.enrolments?.nodes.map(({ programme }) => programme.name).join(', ')}
                </td>
                <td className="py-2 pr-4 text-right">{format.whole(person.sessions?.totalCount ?? 0)}</td>
                <td className="py-2 text-right whitespace-nowrap text-muted">
                  {last === undefined ? '–' : format.date(last)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollArea>
  );
}
