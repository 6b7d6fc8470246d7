import { type Database, openDatabase } from '@teei/runtime/database';
import { inTenant } from '@teei/runtime/tenant-transaction';
import { serviceViewer } from '@teei/runtime/viewer';
import { type ChainEnd, emptyChain, follows } from './domain/audit-chain.ts';
import { AuditStore } from './store/audit-store.ts';

export interface AuditVerdict {
  readonly companyId: string;
  readonly entries: number;
  readonly intact: boolean;
  /** The first position where the chain does not hold; null when it is intact. */
  readonly brokenAt: number | null;
}

/** Recomputes the audit chain of every company. Nothing can be added to a chain while it is read. */
export async function verifyAudit(databaseUrl: string): Promise<AuditVerdict[]> {
  const companies = openDatabase({ url: databaseUrl, role: 'teei_identity', connections: 1 });
  const privacy = openDatabase({ url: databaseUrl, role: 'teei_privacy', connections: 1 });
  try {
    const { rows } = await companies.pool.query<{ id: string }>('SELECT id FROM profile.company ORDER BY id');
    const verdicts: AuditVerdict[] = [];
    for (const { id } of rows) verdicts.push(await verifyCompany(privacy, id));
    return verdicts;
  } finally {
    await Promise.all([companies.close(), privacy.close()]);
  }
}

function verifyCompany(database: Database, companyId: string): Promise<AuditVerdict> {
  return inTenant(database, serviceViewer('audit-verify', companyId), async (tx) => {
    const store = new AuditStore(tx);
    const head = await store.lockEnd(emptyChain);
    let end: ChainEnd = emptyChain;
    for (;;) {
      const lines = await store.linesAfter(end.position, pageSize);
      for (const line of lines) {
        if (!follows(end, line))
          return { companyId, entries: await store.count(), intact: false, brokenAt: end.position + 1 };
        end = line;
      }
      if (lines.length < pageSize) break;
    }
    // Lines that were cut off at the end leave a chain that holds; the head still knows of them.
    const intact = head.position === end.position && head.hash === end.hash;
    return {
      companyId,
      entries: end.position,
      intact,
      brokenAt: intact ? null : Math.min(head.position, end.position) + 1,
    };
  });
}

const pageSize = 1_000;
