import { useTranslation } from 'react-i18next';
import { ScrollArea } from '../controls/scroll-area.tsx';
import type { ModelEvaluationDetailQuery } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';

type Cell = NonNullable<ModelEvaluationDetailQuery['modelEvaluation']>['confusion'][number];

const dimensions = ['CONFIDENCE', 'BELONGING', 'LANG_LEVEL_PROXY', 'JOB_READINESS'] as const;
const labels = ['NONE', 'GAIN', 'SETBACK', 'MIXED'] as const;

/** For each dimension what the texts say, by row, and what the model said, by column. */
export function ConfusionTables({ cells }: { cells: readonly Cell[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const countOf = (dimension: string, truth: string, claimed: string) =>
    cells.find((cell) => cell.dimension === dimension && cell.truth === truth && cell.claimed === claimed)?.count ?? 0;
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      {dimensions.map((dimension) => (
        <ScrollArea key={dimension} name={t(`dimension.${dimension}`)}>
          <table className="w-full border-collapse text-13">
            <caption className="pb-2 text-left text-14 font-medium text-ink">{t(`dimension.${dimension}`)}</caption>
            <thead>
              <tr className="border-b border-line-strong text-muted">
                <th scope="col" className="py-2 pr-3 text-left font-medium">
                  {t('models.truth')}
                </th>
                {labels.map((label) => (
                  <th key={label} scope="col" className="py-2 pl-3 text-right font-medium">
                    {t(`scoreLabel.${label}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {labels.map((truth) => (
                <tr key={truth} className="border-b border-line">
                  <th scope="row" className="py-2 pr-3 text-left font-regular text-soft">
                    {t(`scoreLabel.${truth}`)}
                  </th>
                  {labels.map((claimed) => (
                    <td
                      key={claimed}
                      className={`py-2 pl-3 text-right ${truth === claimed ? 'font-medium text-ink' : 'text-soft'}`}
                    >
                      {format.whole(countOf(dimension, truth, claimed))}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollArea>
      ))}
    </div>
  );
}
