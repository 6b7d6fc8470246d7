import { useTranslation } from 'react-i18next';
import { DataTable } from '../controls/data-table.tsx';
import { textLinkClass } from '../controls/text-link.ts';
import type { BudgetFieldsFragment } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import { useDollars } from './use-dollars.ts';

/** What can be chosen, and at what price the ledger counts: for a million tokens, with the day and the place that it is from. */
export function ModelPrices({ models }: { models: BudgetFieldsFragment['models'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { about } = useDollars();
  const number = 'text-13 tabular-nums';
  return (
    <DataTable
      name={t('modelCost.prices')}
      rows={models}
      keyOf={({ name }) => name}
      columns={[
        { key: 'model', title: t('modelCost.model'), namesRow: true, cell: ({ name }) => name },
        {
          ...{ key: 'provider', title: t('modelCost.provider'), className: 'text-13' },
          cell: ({ provider }) => t(`modelCost.providers.${provider}`),
        },
        {
          ...{ key: 'input', title: t('modelCost.inputPrice'), side: 'right', className: number },
          cell: ({ inputPrice }) => about(inputPrice),
        },
        {
          ...{ key: 'output', title: t('modelCost.outputPrice'), side: 'right', className: number },
          cell: ({ outputPrice }) => about(outputPrice),
        },
        {
          ...{ key: 'day', title: t('modelCost.pricedOn'), side: 'right', className: 'text-13' },
          cell: ({ pricedOn, priceSource, name }) => (
            <a
              href={priceSource}
              target="_blank"
              rel="noreferrer"
              aria-label={t('modelCost.pricedOnNamed', { model: name, day: format.day(pricedOn) })}
              className={`-my-0.5 ${textLinkClass}`}
            >
              {format.day(pricedOn)}
            </a>
          ),
        },
        {
          ...{ key: 'key', title: t('modelCost.key'), className: 'text-13' },
          cell: ({ reachable }) => t(reachable ? 'modelCost.hasKey' : 'modelCost.noKey'),
        },
      ]}
    />
  );
}
