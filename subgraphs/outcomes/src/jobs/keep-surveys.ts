import { surveyAnswered } from '@teei/programs/events';
import { defineConsumer } from '@teei/runtime/consumer';
import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import { factsChanged } from '../events/index.ts';
import { keepSurveyFacts } from '../store/survey-fact-store.ts';

/** Keeps where participants placed themselves before and after, for what is computed from matched pairs. */
export const keepSurveys = ({ outbox }: SubgraphParts) =>
  defineConsumer({
    name: 'outcomes-keep-surveys',
    source: 'programs',
    contracts: [surveyAnswered],
    weight: 'background',
    handle: async (tx, events) => {
      await keepSurveyFacts(
        tx,
        events.map(({ data }) => data),
      );
      await outbox.append(tx, factsChanged, [{ subject: tx.companyId, data: { months: [] } }]);
    },
  });
