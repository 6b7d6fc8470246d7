import { peopleOrphaned } from '@teei/programs/events';
import { defineConsumer } from '@teei/runtime/consumer';
import { PersonWrites } from '../store/person-writes.ts';

/** Takes back the people whom an undone import had brought. People whom another import or a person made are not touched. */
export const orphanedPeople = defineConsumer({
  name: 'profile-orphaned-people',
  source: 'programs',
  contracts: [peopleOrphaned],
  handle: async (tx, events) => {
    const writes = new PersonWrites(tx);
    for (const { data, time } of events) {
      // The event's own time is that of the transaction that looked for records, or a moment before it.
      const decidedAt = new Date(time);
      await writes.remove('PARTICIPANT', data.participantIds, data.importId, decidedAt);
      await writes.remove('VOLUNTEER', data.volunteerIds, data.importId, decidedAt);
    }
  },
});
