import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../controls/data-table.tsx';
import type { ModelCallsQuery } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import { useDollars } from './use-dollars.ts';

type Call = NonNullable<ModelCallsQuery['modelCalls']>['nodes'][number];

/** Line by line, the newest first. */
export function LedgerTable({ calls }: { calls: readonly Call[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { exact } = useDollars();
  const number = 'text-13 tabular-nums';
  const columns: readonly Column<Call>[] = [
    {
      ...{ key: 'at', title: t('modelCost.at'), className: 'text-13 whitespace-nowrap text-soft' },
      cell: ({ startedAt }) => format.dateTime(startedAt),
    },
    {
      ...{ key: 'outcome', title: t('modelCost.outcome'), namesRow: true },
      cell: ({ outcome }) => t(`modelCost.outcomes.${outcome}`),
    },
    {
      ...{ key: 'model', title: t('modelCost.model'), className: 'text-13' },
      cell: ({ model, promptVersion }) => `${model} (${promptVersion})`,
    },
    {
      ...{ key: 'tokens', title: t('modelCost.tokens'), side: 'right', className: number },
      cell: ({ inputTokens, outputTokens }) =>
        inputTokens === null || outputTokens === null
          ? '–'
          : `${format.whole(inputTokens)} / ${format.whole(outputTokens)}`,
    },
    {
      ...{ key: 'cost', title: t('modelCost.cost'), side: 'right', className: number },
      cell: ({ cost, pricedOn }) => (
        <span title={t('modelCost.priceOf', { day: format.day(pricedOn) })}>{exact(cost)}</span>
      ),
    },
  ];
  return <DataTable name={t('modelCost.lines')} look="dense" columns={columns} rows={calls} keyOf={({ id }) => id} />;
}
