import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSubgraph, type Platform, type Subgraph } from '@teei/runtime/create-subgraph';
import { outcomesContext } from './context.ts';
import { impactComputer } from './jobs/compute-impact.ts';
import { metricComputer } from './jobs/compute-metrics.ts';
import { periodComputer } from './jobs/compute-periods.ts';
import { countActivities } from './jobs/count-activities.ts';
import { evaluateModels } from './jobs/evaluate-models.ts';
import { demosToFill, fillDemo } from './jobs/fill-demo.ts';
import { judgeTrials } from './jobs/judge-trials.ts';
import { keepEnrolments } from './jobs/keep-enrolments.ts';
import { keepSurveys } from './jobs/keep-surveys.ts';
import { remoteReader, wantRemoteReadings } from './jobs/read-remotely.ts';
import { recountPeople } from './jobs/recount-people.ts';
import { scoreBuddyTexts } from './jobs/score-buddy-texts.ts';
import { scoreSessions } from './jobs/score-sessions.ts';
import { watchDrift } from './jobs/watch-drift.ts';
import { loadScorer } from './model/local-model.ts';
import { resolvers } from './resolvers/index.ts';

const sdl = readFileSync(join(import.meta.dirname, '../schema.graphql'), 'utf8');

/** The outcomes subgraph: texts become scores with evidence, facts become metrics with lineage. */
export function createOutcomes(platform: Platform): Subgraph {
  return createSubgraph(
    {
      name: 'outcomes',
      sdl,
      resolvers,
      context: outcomesContext,
      jobs: (parts) => [watchDrift(parts), judgeTrials(parts), remoteReader(parts), fillDemo(parts)],
      consumers: (parts) => {
        // Read from disk before the first text waits for it.
        loadScorer();
        return [
          scoreSessions(parts),
          scoreBuddyTexts(parts),
          countActivities(parts),
          keepSurveys(parts),
          keepEnrolments,
          metricComputer(parts),
          periodComputer(parts),
          impactComputer(parts),
          evaluateModels,
          recountPeople(parts),
          wantRemoteReadings(parts),
          demosToFill(parts),
        ];
      },
    },
    platform,
  );
}
