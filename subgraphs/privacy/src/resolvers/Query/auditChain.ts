import { checkChain, emptyChain } from '../../domain/audit-chain.ts';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { AuditStore } from '../../store/audit-store.ts';

export const auditChain: QueryResolvers['auditChain'] = async (_, __, context) => {
  const store = new AuditStore(await context.tx());
  const end = (await store.end()) ?? emptyChain;
  const first = Math.max(1, end.position - longest + 1);
  // Lines that were added since the end was read are no part of it.
  const lines = (await store.linesAfter(first - 1, longest)).filter(({ position }) => position <= end.position);
  return {
    entries: end.position,
    head: end.position === 0 ? null : end.hash,
    recomputed: lines.length,
    brokenAt: checkChain(end, first, lines),
  };
};

/** Lines. Whoever wants all of them recomputed has the command for it. */
const longest = 2_000;
