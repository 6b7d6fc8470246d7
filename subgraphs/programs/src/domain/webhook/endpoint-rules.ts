import { type Refused, refused } from '@teei/runtime/refusal';

export interface EndpointWish {
  readonly name: string;
  readonly source: string;
  readonly senderCompanyId: string | null;
}

/** Hours for which an old secret stays valid beside its successor. */
export const longestOverlap = 720;
const mostEndpoints = 50;

export function refuseNewEndpoint(
  { name, source, senderCompanyId }: EndpointWish,
  existing: number,
): Refused | undefined {
  if (name.trim() === '' || name.length > 100) {
    return refused('WEBHOOK_NAME', 'An endpoint needs a name of at most 100 characters.', 'Name it after the sender.');
  }
  if (!isSource(source)) {
    return refused(
      'WEBHOOK_SOURCE',
      'A source is lower-case letters, digits and hyphens, at most 40, and begins with a letter.',
      'Write kintell, buddy, upskilling or a short name of your own.',
    );
  }
  if (senderCompanyId !== null && (senderCompanyId.trim() === '' || senderCompanyId.length > 100)) {
    return refused(
      'WEBHOOK_SENDER_COMPANY',
      "The sender's id of your company has 1 to 100 characters.",
      'Leave it empty when the sender calls the address of the endpoint.',
    );
  }
  if (existing < mostEndpoints) return undefined;
  return refused(
    'WEBHOOK_TOO_MANY',
    `A company has at most ${mostEndpoints} endpoints.`,
    'Use an endpoint that is there already; one takes deliveries of every type.',
  );
}

/** Names of sources stand in addresses and in names of headers. */
export function isSource(text: string): boolean {
  return /^[a-z][a-z0-9-]{0,39}$/.test(text);
}

export function refuseOverlap(overlapHours: number): Refused | undefined {
  if (Number.isInteger(overlapHours) && overlapHours >= 0 && overlapHours <= longestOverlap) return undefined;
  return refused(
    'WEBHOOK_OVERLAP',
    `The old secret can stay valid for 0 to ${longestOverlap} hours.`,
    'Choose how long the sender needs to change to the new secret.',
  );
}
