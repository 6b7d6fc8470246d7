import { useTranslation } from 'react-i18next';
import { DataTable } from '../controls/data-table.tsx';
import type { LanguageQualityFieldsFragment } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';

type Bin = LanguageQualityFieldsFragment['calibration'][number];

/** How sure the model was against how often it was so; on the line the two are the same. The numbers stand beside it. */
export function CalibrationChart({ bins }: { bins: readonly Bin[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const filled = bins.filter(({ count }) => count > 0);
  const points = filled.map(({ confidence, right }) => `${confidence * SIDE},${(1 - right) * SIDE}`);
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[16rem_1fr]">
      <svg viewBox={`-4 -4 ${SIDE + 8} ${SIDE + 8}`} aria-hidden="true" className="w-full max-w-64">
        <rect width={SIDE} height={SIDE} className="fill-none stroke-line" />
        <line x1={0} y1={SIDE} x2={SIDE} y2={0} className="stroke-line-strong" strokeDasharray="4 4" />
        <polyline points={points.join(' ')} className="fill-none stroke-accent-mark" strokeWidth={2} />
        {filled.map(({ low, confidence, right }) => (
          <circle key={low} cx={confidence * SIDE} cy={(1 - right) * SIDE} r={3} className="fill-accent-mark" />
        ))}
      </svg>
      <DataTable
        name={t('models.calibration')}
        rows={filled}
        keyOf={({ low }) => String(low)}
        columns={[
          {
            key: 'bin',
            title: t('models.bin'),
            namesRow: true,
            cell: ({ low, high }) => `${format.percent(low)}–${format.percent(high)}`,
          },
          { key: 'count', title: t('models.answers'), side: 'right', cell: ({ count }) => format.whole(count) },
          { key: 'sure', title: t('models.sure'), side: 'right', cell: ({ confidence }) => format.percent(confidence) },
          { key: 'right', title: t('models.right'), side: 'right', cell: ({ right }) => format.percent(right) },
        ]}
      />
    </div>
  );
}

const SIDE = 240;
