import { useTranslation } from 'react-i18next';
import type { JourneyEvaluationStateFragment } from '../generated/graphql.ts';
import { ProgressLine } from '../imports/progress-line.tsx';
import { useFormat } from '../language/use-format.ts';

/** How far everybody has been looked at again, or when that was done. */
export function EvaluationLine({ evaluation }: { evaluation: JourneyEvaluationStateFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { status, participants, done, changed, finishedAt } = evaluation;
  if (status === 'QUEUED' || status === 'RUNNING') {
    const words = t('journey.evaluation.progress', { done: format.whole(done), all: format.whole(participants) });
    return (
      <ProgressLine
        label={t('journey.evaluation.running')}
        share={participants === 0 ? null : Math.min(1, done / participants)}
        words={words}
      />
    );
  }
  if (status === 'FAILED') return <p className="text-13 font-medium text-bad">{t('journey.evaluation.failed')}</p>;
  if (status !== 'COMPLETED' || finishedAt === null) return null;
  return (
    <p className="text-13 text-muted">
      {t('journey.evaluation.done', {
        count: done,
        all: format.whole(done),
        changed: format.whole(changed),
        time: format.moment(finishedAt),
      })}
    </p>
  );
}
