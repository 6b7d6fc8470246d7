import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { Panel } from '../controls/panel.tsx';
import { useHasScope } from '../frame/viewer-context.ts';
import { useHoursQuery } from '../generated/hooks.ts';
import { useFormat } from '../language/use-format.ts';
import { personName } from '../people/person-name.ts';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { RefusalNote } from '../states/refusal-note.tsx';
import { HoursFilters } from './hours-filters.tsx';
import { filterOf, type HoursSearch } from './hours-search.ts';
import { HoursTable } from './hours-table.tsx';
import { useApproval } from './use-approval.ts';
import { useSeesVolunteers } from './use-sees-volunteers.ts';

/** What fits the search, with its totals; reviewers approve many at once. */
export function HoursList({ search, news, onChange, onOpen, onClear }: HoursListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayReview = useHasScope('hours:review') ?? false;
  const seesVolunteers = useSeesVolunteers();
  const filter = filterOf(search);
  const { data, previousData, error, loading, refetch, fetchMore } = useHoursQuery({
    variables: { filter, seesVolunteers },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const seen = useRef(news);
  useEffect(() => {
    if (seen.current !== news) void refetch();
    seen.current = news;
  }, [news, refetch]);
  const page = (data ?? (loading ? previousData : undefined))?.volunteerActivities ?? null;
  const rows = page?.nodes ?? [];
  const approval = useApproval(rows, () => void refetch());
  const [first] = rows;

  return (
    <Panel
      title={t('hours.list')}
      term="approvedHours"
      note={page && t('hours.summary', { count: page.totalCount, hours: format.precise(page.totalHours) })}
      actions={
        approval.chosen.size > 0 && (
          <Button look="primary" icon="check" busy={approval.busy} onClick={() => void approval.approve()}>
            {t('hours.approveChosen', { count: approval.chosen.size })}
          </Button>
        )
      }
    >
      <HoursFilters
        search={search}
        volunteerName={first ? personName(first.volunteer) : null}
        onChange={(key, value) => {
          approval.choose(new Set());
          onChange(key, value);
        }}
        onClear={onClear}
      />
      {error !== undefined && <FailureNote error={error} onRetry={() => void refetch()} />}
      {approval.error !== undefined && <FailureNote error={approval.error} />}
      {approval.refusal !== null && <RefusalNote refusal={approval.refusal} />}
      <p role="status" className="text-13 text-good empty:hidden">
        {approval.done === 0 ? '' : t('hours.approved', { count: approval.done })}
      </p>
      {page === null && loading && <Loading />}
      {page !== null && rows.length === 0 && <NoHours narrowed={filter !== null} />}
      {rows.length > 0 && (
        <HoursTable
          rows={rows}
          selected={mayReview ? approval.chosen : null}
          onSelect={approval.choose}
          onOpen={onOpen}
        />
      )}
      {page?.pageInfo.hasNextPage && (
        <div>
          <Button onClick={() => void fetchMore({ variables: { after: page.pageInfo.endCursor } })} busy={loading}>
            {t('more')}
          </Button>
        </div>
      )}
    </Panel>
  );
}

function NoHours({ narrowed }: { narrowed: boolean }) {
  const { t } = useTranslation();
  return narrowed ? (
    <Empty title={t('hours.none.title')}>{t('hours.none.text')}</Empty>
  ) : (
    <Empty title={t('hours.empty.title')}>{t('hours.empty.text')}</Empty>
  );
}

interface HoursListProps {
  readonly search: HoursSearch;
  /** Another number whenever the list has to be read again. */
  readonly news: number;
  readonly onChange: (key: keyof HoursSearch, value: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onClear: () => void;
}
