import { enrolmentsChanged } from '@teei/programs/events';
import { defineConsumer } from '@teei/runtime/consumer';
import { keepEnrolments } from '../store/programme-membership.ts';

/** Keeps who is in which programme, so that the list of participants can be filtered by it. */
export const programmeMembership = defineConsumer({
  name: 'profile-programme-membership',
  source: 'programs',
  contracts: [enrolmentsChanged],
  handle: (tx, events) =>
    keepEnrolments(
      tx,
      events.flatMap(({ data, time }) => data.enrolments.map((each) => ({ ...each, toldAt: time }))),
    ),
});
