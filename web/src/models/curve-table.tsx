import { useTranslation } from 'react-i18next';
import { DataTable } from '../controls/data-table.tsx';
import { useFormat } from '../language/use-format.ts';
import type { NamedCurve } from './curve-drawing.ts';

/** The numbers that the curves of one dimension are drawn from. */
export function CurveTable({ curve, name }: NamedCurve) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="grid gap-2">
      <p className="text-13 text-soft">
        {t('models.curves.of', { name, labels: format.whole(curve.labels), evidence: format.whole(curve.evidence) })}
      </p>
      <DataTable
        name={t('models.curves.points', { name })}
        look="dense"
        rows={curve.points}
        keyOf={({ threshold }) => String(threshold)}
        columns={[
          {
            key: 'threshold',
            title: t('models.threshold'),
            namesRow: true,
            cell: ({ threshold }) => format.level(threshold),
          },
          {
            key: 'precision',
            title: t('models.measure.PRECISION'),
            side: 'right',
            cell: ({ precision }) => format.level(precision),
          },
          {
            key: 'recall',
            title: t('models.measure.RECALL'),
            side: 'right',
            cell: ({ recall }) => format.level(recall),
          },
          {
            key: 'rate',
            title: t('models.curves.falsePositiveRate'),
            side: 'right',
            cell: ({ falsePositiveRate }) => format.level(falsePositiveRate),
          },
        ]}
      />
    </div>
  );
}
