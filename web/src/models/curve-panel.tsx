import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DownloadMenu } from '../charts/download-menu.tsx';
import { Panel } from '../controls/panel.tsx';
import { SelectField } from '../controls/select-field.tsx';
import type { OutcomeDimension } from '../generated/graphql.ts';
import { useModelCurvesQuery } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { CurveChart } from './curve-chart.tsx';
import { type CurveKind, curvesDrawn, type NamedCurve } from './curve-drawing.ts';
import { CurveTable } from './curve-table.tsx';

/** What any other threshold would find and let through: the ROC or the precision-recall curve of each dimension. */
export function CurvePanel({ id, thresholds }: CurvePanelProps) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<CurveKind>('PR');
  const [dimension, setDimension] = useState<OutcomeDimension | null>(null);
  const { data, error, refetch } = useModelCurvesQuery({ variables: { id } });
  const curves = (data?.modelEvaluation?.curves ?? []).map(
    (curve, at): NamedCurve => ({ curve, name: t(`dimension.${curve.dimension}`), token: `--chart-${at + 1}` }),
  );
  const shown = curves.find(({ curve }) => curve.dimension === dimension) ?? curves[0];
  const rates = [
    t('models.curves.falsePositiveRate'),
    t('models.measure.RECALL'),
    t('models.measure.PRECISION'),
  ] as const;
  const axes = kind === 'ROC' ? ([rates[0], rates[1]] as const) : ([rates[1], rates[2]] as const);
  if (data && shown === undefined) return null;
  return (
    <Panel
      title={t('models.curves.title')}
      note={t('models.curves.note')}
      actions={
        shown && (
          <DownloadMenu
            name={t(`models.curves.kinds.${kind}`)}
            note={t('models.curves.note')}
            table={() => tableOf(curves, [t('models.label'), t('models.threshold'), rates[2], rates[1], rates[0]])}
            drawing={() => curvesDrawn(kind, curves, axes)}
          />
        )
      }
    >
      {error && <FailureNote error={error} onRetry={() => void refetch()} />}
      {!error && !shown && <Loading />}
      {shown && (
        <>
          <div className="grid gap-3 sm:grid-cols-2 lg:max-w-160">
            <SelectField
              label={t('models.curves.kind')}
              value={kind}
              onChange={(event) => setKind(event.target.value as CurveKind)}
            >
              {(['PR', 'ROC'] as const).map((each) => (
                <option key={each} value={each}>
                  {t(`models.curves.kinds.${each}`)}
                </option>
              ))}
            </SelectField>
            <SelectField
              label={t('models.curves.dimension')}
              value={shown.curve.dimension}
              onChange={(event) => setDimension(event.target.value as OutcomeDimension)}
            >
              {curves.map(({ curve, name }) => (
                <option key={curve.dimension} value={curve.dimension}>
                  {name}
                </option>
              ))}
            </SelectField>
          </div>
          <div className="grid items-start gap-5 lg:grid-cols-[20rem_minmax(0,1fr)]">
            <CurveChart
              kind={kind}
              curves={curves}
              thresholds={new Map(thresholds.map(({ dimension, effective }) => [dimension, effective]))}
              axes={axes}
            />
            <CurveTable {...shown} />
          </div>
        </>
      )}
    </Panel>
  );
}

function tableOf(curves: readonly NamedCurve[], columns: readonly string[]) {
  const rows = curves.flatMap(({ curve, name }) =>
    curve.points.map(({ threshold, precision, recall, falsePositiveRate }) => [
      ...[name, threshold, precision, recall, falsePositiveRate],
    ]),
  );
  return { columns, rows };
}

interface CurvePanelProps {
  readonly id: string;
  /** As they held for the evaluation. */
  readonly thresholds: readonly { readonly dimension: OutcomeDimension; readonly effective: number }[];
}
