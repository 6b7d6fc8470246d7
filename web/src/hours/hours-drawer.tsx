import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ModalDrawer } from '../controls/modal-drawer.tsx';
import { textLinkClass } from '../controls/text-link.ts';
import { useHasScope } from '../frame/viewer-context.ts';
import type { HoursEntryQuery } from '../generated/graphql.ts';
import { useHoursEntryQuery } from '../generated/hooks.ts';
import { useFormat } from '../language/use-format.ts';
import { personName } from '../people/person-name.ts';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { HoursBadge } from './hours-badge.tsx';
import { HoursHistory } from './hours-history.tsx';
import { ReviewForm } from './review-form.tsx';
import { useSeesVolunteers } from './use-sees-volunteers.ts';

type Entry = NonNullable<HoursEntryQuery['volunteerActivity']>;

/** One entry: what was given, what has become of it and by whom, and for reviewers the decision. */
export function HoursDrawer({ id, onVolunteer, onDecided, onClose }: HoursDrawerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayReview = useHasScope('hours:review') ?? false;
  const seesVolunteers = useSeesVolunteers();
  const seesMembers = useHasScope('members:read') ?? false;
  const { data, error, loading, refetch } = useHoursEntryQuery({
    variables: { id, seesVolunteers, seesMembers },
    fetchPolicy: 'cache-and-network',
  });
  const [said, setSaid] = useState('');
  const entry = data?.volunteerActivity ?? null;
  const decided = (words: string) => {
    setSaid(words);
    void refetch();
    onDecided();
  };
  return (
    <ModalDrawer
      title={entry ? personName(entry.volunteer) : t('hours.entry')}
      {...(entry ? { subtitle: format.day(entry.activityDate) } : {})}
      onClose={onClose}
    >
      <div className="grid gap-6">
        {error !== undefined && <FailureNote error={error} onRetry={() => void refetch()} />}
        {entry === null && loading && <Loading />}
        {entry === null && !loading && error === undefined && (
          <Empty title={t('hours.gone.title')}>{t('hours.gone.text')}</Empty>
        )}
        {entry !== null && (
          <>
            <div className="flex flex-wrap items-center gap-3">
              <HoursBadge status={entry.status} />
              <span className="text-13 text-muted">
                {t(`hoursStatusMeans.${entry.isInSession ? 'IN_SESSION' : entry.status}`)}
              </span>
            </div>
            <p role="status" className="text-13 text-good empty:hidden">
              {said}
            </p>
            <Facts entry={entry} />
            <div>
              <button
                type="button"
                className={`${textLinkClass} text-13`}
                onClick={() => onVolunteer(entry.volunteer.id)}
              >
                {t('hours.allOfVolunteer')}
              </button>
            </div>
            {mayReview && entry.isOwn && <p className="text-13 text-soft">{t('hours.own')}</p>}
            {mayReview && !entry.isOwn && (
              <ReviewForm key={entry.revision} entry={entry} onDecided={decided} onStale={() => void refetch()} />
            )}
            <HoursHistory entry={entry} />
          </>
        )}
      </div>
    </ModalDrawer>
  );
}

function Facts({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const format = useFormat();
  const facts: readonly (readonly [string, string | null])[] = [
    [t('hours.hours'), format.precise(entry.hours)],
    [t('hours.activity'), entry.activityType],
    [t('hours.organisation'), entry.organisation],
    [t('hours.location'), entry.location],
    [t('hours.origin'), t(`hoursOrigin.${entry.origin}`)],
    [t('hours.description'), entry.description],
  ];
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-13">
      {facts.flatMap(([name, value]) =>
        value === null
          ? []
          : [
              <dt key={name} className="text-muted">
                {name}
              </dt>,
              <dd key={`${name} value`} className="break-words whitespace-pre-line text-ink">
                {value}
              </dd>,
            ],
      )}
    </dl>
  );
}

interface HoursDrawerProps {
  readonly id: string;
  readonly onVolunteer: (volunteerId: string) => void;
  readonly onDecided: () => void;
  readonly onClose: () => void;
}
