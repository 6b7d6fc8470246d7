import { useTranslation } from 'react-i18next';
import { Panel } from '../controls/panel.tsx';
import type { EvaluationLineFragment, ModelEvaluationDetailQuery } from '../generated/graphql.ts';
import { useModelEvaluationDetailQuery } from '../generated/hooks.ts';
import { useFormat } from '../language/use-format.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { CalibrationChart } from './calibration-chart.tsx';
import { ComparisonPanel } from './comparison-panel.tsx';
import { ConfusionTables } from './confusion-tables.tsx';
import { CurvePanel } from './curve-panel.tsx';
import { LabelTable } from './label-table.tsx';
import { LanguageTable } from './language-table.tsx';

/** One evaluation from the figures of each language down to what was taken for what. */
export function EvaluationDetail({ id, others }: { id: string; others: readonly EvaluationLineFragment[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const detail = useModelEvaluationDetailQuery({ variables: { id } });
  const evaluation = detail.data?.modelEvaluation;
  const all = evaluation?.languages[0];
  if (detail.error) return <FailureNote error={detail.error} onRetry={() => void detail.refetch()} />;
  if (!evaluation || !all) return <Loading />;
  const { scoresAs, dataset, parity } = evaluation;
  return (
    <>
      <Panel
        title={t('models.languagesTitle', { version: scoresAs, dataset: t(`models.datasets.${dataset}`) })}
        note={dataset === 'GOLDEN' ? t('models.goldenNote') : t('models.intervalNote')}
      >
        <InForce evaluation={evaluation} />
        <LanguageTable languages={evaluation.languages} />
        {parity && (
          <p className="text-13 text-soft">
            {t('models.parity', {
              worst: t(`models.language.${parity.worst}`, { defaultValue: parity.worst }),
              best: t(`models.language.${parity.best}`, { defaultValue: parity.best }),
              ratio: format.percent(parity.ratio),
            })}
          </p>
        )}
      </Panel>
      <Panel title={t('models.labels')}>
        <LabelTable quality={all} />
      </Panel>
      <CurvePanel id={id} thresholds={evaluation.thresholds} />
      <Panel title={t('models.calibration')} term="calibration" note={t('models.calibrationNote')}>
        <CalibrationChart bins={all.calibration} />
      </Panel>
      <Panel title={t('models.confusion')} note={t('models.confusionNote')}>
        <ConfusionTables cells={evaluation.confusion} />
      </Panel>
      <ComparisonPanel candidate={evaluation} others={others} />
    </>
  );
}

/** From which confidence on a text counted, where that was not what the version says. */
function InForce({ evaluation: { overrideRevision, thresholds } }: { evaluation: Evaluation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const own = thresholds.filter(({ threshold, effective }) => threshold !== effective);
  if (overrideRevision === null || own.length === 0) return null;
  const list = own.map(
    ({ dimension, threshold, effective }) =>
      `${t(`dimension.${dimension}`)} ${format.level(effective)} (${format.level(threshold)})`,
  );
  return (
    <p className="text-13 text-soft">{t('models.inForce', { revision: overrideRevision, list: list.join(', ') })}</p>
  );
}

type Evaluation = NonNullable<ModelEvaluationDetailQuery['modelEvaluation']>;
