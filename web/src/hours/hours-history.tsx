import { useTranslation } from 'react-i18next';
import type { HoursChangeFragment, HoursEntryQuery } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import { dayOf } from './hours-search.ts';

type Entry = NonNullable<HoursEntryQuery['volunteerActivity']>;

/** Who did what, oldest first, with what changed and why. */
export function HoursHistory({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const changes = entry.history ?? [];
  return (
    <section aria-label={t('hours.history')} className="grid gap-3">
      <h3 className="text-14 font-strong text-ink">{t('hours.history')}</h3>
      {changes.length === 0 && <p className="text-13 text-muted">{t('hours.noHistory')}</p>}
      <ol className="grid gap-3">
        {changes.map((change) => (
          <li key={change.at} className="grid gap-0.5 border-l-2 border-line-strong pl-3 text-13">
            <Change change={change} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Change({ change }: { change: HoursChangeFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, hoursBefore, hoursAfter, dateBefore, dateAfter, reason } = change;
  const moved = dateBefore !== null && dayOf(dateBefore) !== dayOf(dateAfter);
  const hours = (value: number) => t('hours.some', { count: value, hours: format.precise(value) });
  return (
    <>
      <span className="font-medium text-ink">{t(`hoursChange.${kind}`)}</span>
      <span className="text-soft">
        {hoursBefore === null && `${hours(hoursAfter)}, ${format.day(dateAfter)}`}
        {hoursBefore !== null && hoursBefore !== hoursAfter && `${hours(hoursBefore)} → ${hours(hoursAfter)}`}
        {moved && <span className="block">{`${format.day(dateBefore)} → ${format.day(dateAfter)}`}</span>}
      </span>
      {reason !== null && <q className="text-soft">{reason}</q>}
      <span className="text-12 text-muted">
        {kind === 'CHANGED_BY_FILE' ? '' : `${whoDid(change, t('hours.you'), t('hours.someMember'))} · `}
        {format.dateTime(change.at)}
      </span>
    </>
  );
}

function whoDid({ isOwn, by }: HoursChangeFragment, you: string, somebody: string): string {
  return isOwn ? you : (by?.name ?? somebody);
}
