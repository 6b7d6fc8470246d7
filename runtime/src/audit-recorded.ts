import { z } from 'zod';
import { defineEvent } from './define-event.ts';

const line = z.object({
  /** What was done or refused, such as `apiKey.created` or `tenant.refused`. */
  action: z.string().min(1).max(100),
  /** `actorOf(viewer)`: member:<id>, apiKey:<id>, service:<name> or anonymous. */
  actor: z.string().min(1).max(200),
  /** What it was done to: an id, never a name or an address. */
  target: z.string().max(200).nullable(),
  /** More for the auditor: ids, codes and counts. */
  detail: z.record(z.string(), z.json()),
});

/** A line for the company's audit log. Any subgraph emits it into its own outbox; privacy chains it. */
export const auditRecorded = defineEvent('audit.recorded', 1, line);
