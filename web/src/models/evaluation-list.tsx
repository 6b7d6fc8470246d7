import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { DataTable } from '../controls/data-table.tsx';
import type { EvaluationLineFragment } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';

/** The newest evaluations; one of them is shown below. */
export function EvaluationList({ evaluations, shown, onShow }: EvaluationListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const verdictOf = ({ accepted }: EvaluationLineFragment) =>
    accepted === null ? 'none' : accepted ? 'accepted' : 'below';
  return (
    <DataTable
      name={t('models.evaluations')}
      rows={evaluations}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'at',
          title: t('models.evaluatedAt'),
          namesRow: true,
          cell: (line) => format.dateTime(line.evaluatedAt),
        },
        { key: 'version', title: t('models.version'), cell: ({ scoresAs }) => scoresAs },
        { key: 'dataset', title: t('models.dataset'), cell: ({ dataset }) => t(`models.datasets.${dataset}`) },
        { key: 'texts', title: t('models.texts'), side: 'right', cell: ({ texts }) => format.whole(texts) },
        { key: 'verdict', title: t('models.verdict'), cell: (line) => t(`models.verdicts.${verdictOf(line)}`) },
        {
          key: 'show',
          title: t('models.show'),
          titleHidden: true,
          side: 'right',
          cell: ({ id, scoresAs, dataset }) => (
            <Button
              aria-pressed={id === shown}
              aria-label={t('models.showNamed', { version: scoresAs, dataset: t(`models.datasets.${dataset}`) })}
              onClick={() => onShow(id)}
            >
              {t('models.show')}
            </Button>
          ),
        },
      ]}
    />
  );
}

interface EvaluationListProps {
  readonly evaluations: readonly EvaluationLineFragment[];
  readonly shown: string | null;
  readonly onShow: (id: string) => void;
}
