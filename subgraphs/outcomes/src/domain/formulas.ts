import { smallestGroup } from '@teei/runtime/smallest-group';
import type { CountedMetricName, MetricNameRow, MetricRow } from '../rows/metric.ts';

export interface Formula {
  /** Stored with every value; raised whenever the computation changes. */
  readonly version: string;
  readonly words: string;
  readonly unit: string;
}

/** How each metric is computed: what is counted by one SQL statement, in store/metric-computation.ts, the others in domain/. */
export const formulas = {
  PARTICIPANTS: {
    version: 'participants-1',
    words: 'participants = number of distinct participants with at least one session in the period',
    unit: 'participants',
  },
  SESSIONS: { version: 'sessions-1', words: 'sessions = number of sessions in the period', unit: 'sessions' },
  VOLUNTEER_HOURS: {
    version: 'volunteer-hours-2',
    words:
      'hours = minutes of the sessions in the period that had a volunteer / 60 + hours of the approved volunteer activities in the period; what waits for a reviewer or was declined does not count',
    unit: 'hours',
  },
  OUTCOME_LEVEL: {
    version: 'outcome-level-1',
    words:
      'level = sum of (level × confidence) / sum of confidence, over the outcome scores of the dimension in the period; shown for groups of 5 participants or more',
    unit: 'level',
  },
  SROI: {
    version: 'sroi-1',
    words: 'ratio = present value of the impact / present value of what was put in',
    unit: 'ratio',
  },
  VIS: {
    version: 'vis-2',
    words: 'score = 0.3 × points for hours + 0.3 × points for steadiness + 0.4 × points for change',
    unit: 'points',
  },
  VIS_1: {
    version: 'vis-1',
    words: 'score = 0.3 × points for hours + 0.3 × points for steadiness + 0.4 × points for change',
    unit: 'points',
  },
} as const satisfies Record<MetricNameRow, Formula>;

/** What the computation needs to know of the formulas. */
export interface MetricRules {
  readonly versions: Readonly<Record<CountedMetricName, string>>;
  readonly smallestGroup: number;
}

export const metricRules: MetricRules = {
  versions: {
    PARTICIPANTS: formulas.PARTICIPANTS.version,
    SESSIONS: formulas.SESSIONS.version,
    VOLUNTEER_HOURS: formulas.VOLUNTEER_HOURS.version,
    OUTCOME_LEVEL: formulas.OUTCOME_LEVEL.version,
  },
  smallestGroup,
};

/** What was computed, in words, with what holds of weeks, quarters and programmes alone. */
export function formulaWords(name: MetricNameRow, grain: MetricRow['grain'], ofProgramme: boolean): string {
  const { words } = formulas[name];
  const isShownForAll = !ofProgramme && grain !== 'WEEK' && grain !== 'QUARTER';
  if (isShownForAll) return words;
  const programme = ofProgramme ? '; of the sessions of one programme and what was said about them' : '';
  const shown = name === 'OUTCOME_LEVEL' ? '' : `; shown for groups of ${smallestGroup} participants or more`;
  return `${words}${programme}${shown}`;
}
