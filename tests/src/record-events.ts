let told = 0;

/** A record as a partner's webhook tells it. */
export function recordEvent(type: string, data: object, { at = '2026-03-01T12:00:00Z' }: { at?: string } = {}) {
  return { event_type: type, event_id: `evt_record_${++told}`, timestamp: Date.parse(at) / 1000, data };
}
