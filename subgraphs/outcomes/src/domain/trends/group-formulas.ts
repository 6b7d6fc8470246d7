import { smallestGroup } from '@teei/runtime/smallest-group';

const shown = `shown for groups of ${smallestGroup} people or more; where that hides exactly one of a total, the next smallest is not shown either`;

/** How numbers about groups of people are computed. The version is raised whenever the computation changes. */
export const groupFormulas = {
  cohort: {
    version: 'cohort-level-1',
    words: `mean over the cohort's participants of their own level, which is sum of (level × confidence) / sum of confidence; interval: Student's t, mean ± t(0.975, n − 1) × s / √n, cut off at 0 and 1; ${shown}`,
  },
  funnel: {
    version: 'funnel-1',
    words: `people = distinct participants with a place, who had a session, three sessions, a text with an outcome score, and a completed course, each step including every step before it; a step is not shown when its people, or those lost since the last step that is shown, are one to ${smallestGroup - 1}`,
  },
  change: {
    version: 'paired-change-1',
    words: `change = mean of (follow-up − baseline) over participants with a baseline and a later follow-up, each once; interval: Student's t; effect size: Hedges' g of paired differences, d = mean / s, g = d × (1 − 3 / (4 (n − 1) − 1)), interval g ± 1.96 × J × √(1/n + d²/2n); ${shown}`,
  },
} as const;
