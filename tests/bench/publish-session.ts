import { sessionCompleted } from '@teei/programs/events';
import { newId } from '@teei/runtime/id';
import { inTenant } from '@teei/runtime/tenant-transaction';
import { serviceViewer } from '@teei/runtime/viewer';
import type { Stack } from '@teei/stack/create-stack';
import { demoCompanies } from '@teei/stack/seed/demo-companies';

/** Commits the event of a session that was held just now, of the first demo company. The session's id holds the millisecond of its making. */
export async function publishSession({ subgraphs }: Stack): Promise<void> {
  const { parts } = subgraphs.programs;
  const companyId = demoCompanies[0]?.id ?? '';
  await inTenant(parts.database, serviceViewer('bench', companyId), async (tx) => {
    const sessionId = newId();
    const data = {
      sessionId,
      revision: 1,
      programmeId: newId(),
      participantId: newId(),
      volunteerId: null,
      startedAt: new Date().toISOString(),
      durationMinutes: 60,
      correction: false,
    };
    await parts.outbox.append(tx, sessionCompleted, [{ subject: sessionId, data }]);
  });
}
