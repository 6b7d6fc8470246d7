import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from '../refusal.ts';

/** The `Idempotency-Key` header, in the form of the IETF draft (a quoted string) or bare as Stripe has it. */
export function idempotencyKeyOf(headers: IncomingHttpHeaders): { readonly idempotencyKey?: string } {
  const header = headers['idempotency-key'];
  if (header === undefined) return {};
  const [, quoted] = /^"(.*)"$/.exec(String(header)) ?? [];
  const idempotencyKey = quoted ?? String(header);
  if (/^[\x21-\x7e]{1,255}$/.test(idempotencyKey)) return { idempotencyKey };
  throw new Refusal(
    'IDEMPOTENCY_KEY_INVALID',
    'The idempotency key is empty, too long or not of visible ASCII characters',
  );
}
