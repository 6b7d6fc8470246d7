import { z } from 'zod';
import type { AuditFilter } from '../rows.ts';

/** The filter in an address; undefined where what stands there is none. */
export function auditFilterIn(query: unknown): AuditFilter | undefined {
  const { success, data } = given.safeParse(query);
  if (!success) return undefined;
  const { action, actor, target, from, to } = data;
  const instant = (text: string | undefined): Date | null => (text ? new Date(text) : null);
  return {
    action: action || null,
    actor: actor || null,
    target: target || null,
    from: instant(from),
    to: instant(to),
  };
}

const text = z.string().max(200).optional();
const instant = z.iso.datetime().or(z.literal('')).optional();
const given = z.object({ action: text, actor: text, target: text, from: instant, to: instant });
