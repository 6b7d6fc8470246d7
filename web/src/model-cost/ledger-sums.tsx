import { useTranslation } from 'react-i18next';
import { DataTable } from '../controls/data-table.tsx';
import type { ModelCallsQuery } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import { useDollars } from './use-dollars.ts';

type Sum = NonNullable<ModelCallsQuery['modelCalls']>['sums'][number];

/** By model, of everything that the filter names. */
export function LedgerSums({ sums }: { sums: readonly Sum[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { exact } = useDollars();
  const number = 'text-13 tabular-nums';
  return (
    <DataTable
      name={t('modelCost.sums')}
      rows={sums}
      keyOf={({ purpose, model }) => `${purpose} ${model}`}
      columns={[
        { key: 'model', title: t('modelCost.model'), namesRow: true, cell: ({ model }) => model },
        { key: 'purpose', title: t('modelCost.purpose'), cell: ({ purpose }) => t(`modelCost.purposes.${purpose}`) },
        {
          ...{ key: 'calls', title: t('modelCost.calls'), side: 'right', className: number },
          cell: ({ calls }) => format.whole(calls),
        },
        {
          ...{ key: 'texts', title: t('modelCost.texts'), side: 'right', className: number },
          cell: ({ texts }) => format.whole(texts),
        },
        {
          ...{ key: 'tokens', title: t('modelCost.tokens'), side: 'right', className: number },
          cell: ({ inputTokens, outputTokens }) => `${format.whole(inputTokens)} / ${format.whole(outputTokens)}`,
        },
        {
          ...{ key: 'cost', title: t('modelCost.cost'), side: 'right', className: number },
          cell: ({ cost }) => exact(cost),
        },
      ]}
    />
  );
}
