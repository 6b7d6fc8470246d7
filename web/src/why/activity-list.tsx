import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { textLinkClass } from '../controls/text-link.ts';
import type { LineageActivityPageFragment } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';

/** The approved hours that the number counts beside sessions, newest first, each a way to its entry. */
export function ActivityList({ month, page }: { month: string | null; page: LineageActivityPageFragment | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (page === null || page.nodes.length === 0) return null;
  return (
    <section aria-label={t('why.activities')} className="grid gap-3">
      <h3 className="text-14 font-strong">{t('why.activities')}</h3>
      <ul className="grid">
        {page.nodes.map((activity) => (
          <li key={activity.id} className="flex items-center gap-3 border-b border-line py-2">
            <span className="grid min-w-0 flex-1">
              <Link to={`/hours?entry=${activity.id}`} className={textLinkClass}>
                <span className="truncate">{activity.activityType ?? t('why.activity')}</span>
              </Link>
              <span className="truncate text-12 text-muted">{activity.organisation}</span>
            </span>
            <span className="grid shrink-0 text-right">
              <span className="text-13 text-soft">{format.day(activity.activityDate)}</span>
              <span className="text-12 text-muted">
                {t('hours.some', { count: activity.hours, hours: format.precise(activity.hours) })}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {page.totalCount > page.nodes.length && (
        <Link to={`/hours?status=APPROVED${monthSearch(month)}`} className={textLinkClass}>
          {t('why.allActivities', { count: page.totalCount })}
        </Link>
      )}
    </section>
  );
}

/** `2026-02` as the first and the last day of it; nothing for all time. */
function monthSearch(month: string | null): string {
  if (month === null) return '';
  const [year = 0, number = 0] = month.split('-').map(Number);
  return `&from=${month}-01&to=${new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)}`;
}
