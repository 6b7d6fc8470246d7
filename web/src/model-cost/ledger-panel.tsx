import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { Panel } from '../controls/panel.tsx';
import { SelectField } from '../controls/select-field.tsx';
import { useAddress } from '../frame/use-address.ts';
import type { ModelCallOutcome } from '../generated/graphql.ts';
import { useModelCallsQuery } from '../generated/hooks.ts';
import { useFormat } from '../language/use-format.ts';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { LedgerSums } from './ledger-sums.tsx';
import { LedgerTable } from './ledger-table.tsx';

/** Each text that a remote model was to read, month by month: what became of it and what it cost, with sums that match the filter. */
export function LedgerPanel({ month: present }: { month: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { address, change } = useAddress<'month' | 'outcome'>();
  const months = monthsBefore(present);
  const month = months.find((each) => each === address.get('month')) ?? present;
  const outcome = outcomes.find((each) => each === address.get('outcome')) ?? null;
  const { data, previousData, error, loading, refetch, fetchMore } = useModelCallsQuery({
    variables: { filter: { month, ...(outcome === null ? {} : { outcome }) } },
    fetchPolicy: 'cache-and-network',
  });
  const calls = (data ?? previousData)?.modelCalls;
  return (
    <Panel title={t('modelCost.ledger')} note={t('modelCost.ledgerNote')}>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label={t('modelCost.month')}
          value={month}
          onChange={(event) => change('month', event.target.value === present ? '' : event.target.value)}
        >
          {months.map((each) => (
            <option key={each} value={each}>
              {format.month(each)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('modelCost.outcome')}
          value={outcome ?? ''}
          onChange={(event) => change('outcome', event.target.value)}
        >
          <option value="">{t('modelCost.allOutcomes')}</option>
          {outcomes.map((each) => (
            <option key={each} value={each}>
              {t(`modelCost.outcomes.${each}`)}
            </option>
          ))}
        </SelectField>
      </div>
      {error && <FailureNote error={error} onRetry={() => void refetch()} />}
      {calls === undefined && loading && <Loading />}
      {calls?.nodes.length === 0 && <Empty title={t('modelCost.empty.title')}>{t('modelCost.empty.text')}</Empty>}
      {calls && calls.nodes.length > 0 && (
        <>
          <LedgerSums sums={calls.sums} />
          <LedgerTable calls={calls.nodes} />
          <div className="flex flex-wrap items-center justify-between gap-3 text-13 text-muted">
            {t('modelCost.shown', { shown: calls.nodes.length, count: calls.totalCount })}
            {calls.pageInfo.hasNextPage && (
              <Button busy={loading} onClick={() => void fetchMore({ variables: { after: calls.pageInfo.endCursor } })}>
                {t('more')}
              </Button>
            )}
          </div>
        </>
      )}
    </Panel>
  );
}

/** A year of them, the present one first; yyyy-mm. */
function monthsBefore(present: string): string[] {
  const [year = 0, month = 1] = present.split('-').map(Number);
  return Array.from({ length: 12 }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7),
  );
}

const outcomes = [
  ...(['READ', 'CACHED', 'SHIELDED', 'PERSONAL_DATA', 'OVER_BUDGET', 'NO_KEY', 'THROTTLED', 'UNAVAILABLE'] as const),
  ...(['TIMED_OUT', 'REJECTED', 'TRUNCATED', 'MALFORMED', 'HOSTILE', 'LOST', 'PENDING'] as const),
] satisfies readonly ModelCallOutcome[];
