import { courseCompleted, courseCompletionWithdrawn, enrolmentsChanged } from '@teei/programs/events';
import { defineConsumer } from '@teei/runtime/consumer';
import { keepCompletionFacts, keepEnrolmentFacts } from '../store/enrolment-fact-store.ts';

/** Keeps where the way of participants begins and ends: their places in programmes, and the courses they completed. */
export const keepEnrolments = defineConsumer({
  name: 'outcomes-keep-enrolments',
  source: 'programs',
  contracts: [enrolmentsChanged, courseCompleted, courseCompletionWithdrawn],
  weight: 'background',
  handle: async (tx, events) => {
    await keepEnrolmentFacts(
      tx,
      events.flatMap((event) =>
        event.type === enrolmentsChanged.type
          ? event.data.enrolments.map((each) => ({ ...each, toldAt: event.time }))
          : [],
      ),
    );
    await keepCompletionFacts(
      tx,
      events.flatMap((event) => {
        if (event.type === enrolmentsChanged.type) return [];
        const withdrawn = event.type === courseCompletionWithdrawn.type;
        return [{ ...event.data, withdrawn, toldAt: event.time }];
      }),
    );
  },
});
