import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutcomeDimension, ThresholdProblemsFragment } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';

/** What is wrong with thresholds, beside the field that it is about. */
export function useThresholdProblems() {
  const { t } = useTranslation();
  const format = useFormat();
  const [missing, setMissing] = useState<ReadonlySet<OutcomeDimension>>(new Set());
  const [problems, setProblems] = useState<ThresholdProblemsFragment['problems']>([]);
  return {
    problemOf: (dimension: OutcomeDimension): string | null => {
      if (missing.has(dimension)) return t('models.thresholdMissing');
      const found = problems.find((one) => one.dimension === dimension);
      if (!found) return null;
      return found.threshold < found.floor
        ? t('models.belowFloor', { floor: format.level(found.floor) })
        : t('models.aboveCeiling', { ceiling: format.level(found.ceiling) });
    },
    setMissing,
    setProblems,
  };
}
