import { isId } from '@teei/runtime/id';
import type { WebhookDeliveryFilter } from '../generated/resolvers.ts';
import type { DeliveryFilter } from '../store/webhook-delivery-store.ts';

/** Undefined when nothing can fit it: an id that is none, or a text that no sender could have sent. */
export function deliveryFilterOf(given: WebhookDeliveryFilter | null | undefined): DeliveryFilter | undefined {
  const { status, source, eventType, endpointId, since } = given ?? {};
  if (typeof endpointId === 'string' && !isId(endpointId)) return undefined;
  if (source?.includes('\0') || eventType?.includes('\0')) return undefined;
  return {
    status: status ?? null,
    source: source ?? null,
    eventType: eventType ?? null,
    endpointId: endpointId ?? null,
    since: since ? new Date(since) : null,
  };
}
