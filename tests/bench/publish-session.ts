import { sessionCompleted } from '@teei/programs/events';
import { newId } from '@teei/runtime/id';
import { inTenant } from '@teei/runtime/tenant-transaction';
import { serviceViewer } from '@teei/runtime/viewer';
import type { Stack } from '@teei/stack/create-stack';
import { demoCompanies } from '@teei/stack/seed/demo-companies';

/**
 * Commits the event of one more session that was held just now, in a programme of the first demo company and with one of its people.
 * The session's id holds the millisecond of its making.
 */
export async function sessionPublisher({ subgraphs }: Stack): Promise<() => Promise<void>> {
  const { parts } = subgraphs.programs;
  const viewer = serviceViewer('bench', demoCompanies[0]?.id ?? '');
  const enrolled = await inTenant(
    parts.database,
    viewer,
    (tx) => tx.sql<{ programmeId: string; participantId: string }>`
      SELECT programme_id AS "programmeId", participant_id AS "participantId" FROM programs.enrolment
      WHERE company_id = ${tx.companyId} ORDER BY id`,
  );
  let turn = 0;
  return () =>
    inTenant(parts.database, viewer, async (tx) => {
      const sessionId = newId();
      const who = enrolled[turn++ % enrolled.length];
      if (!who) throw new Error('the demo company has nobody enrolled');
      const data = {
        sessionId,
        revision: 1,
        ...who,
        volunteerId: null,
        startedAt: new Date().toISOString(),
        durationMinutes: 60,
        correction: false,
      };
      await parts.outbox.append(tx, sessionCompleted, [{ subject: sessionId, data }]);
    });
}
