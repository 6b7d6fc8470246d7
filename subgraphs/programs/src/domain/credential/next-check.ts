import type { BadgeDocument } from './badge-document.ts';
import type { CredentialReason } from './verify-badge.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** When a credential is looked at again: lists change, time passes, issuers come back. Null when nothing of that can help. */
export function nextCheck(
  reason: CredentialReason | null,
  { validFrom, validUntil }: Pick<BadgeDocument, 'validFrom' | 'validUntil'>,
  now: Date,
): Date | null {
  const tomorrow = now.getTime() + day;
  switch (reason) {
    case null:
      return new Date(Math.min(tomorrow, validUntil?.getTime() ?? tomorrow));
    case 'NOT_YET_VALID':
      return validFrom;
    case 'ISSUER_UNREACHABLE':
      return new Date(now.getTime() + hour);
    case 'SUSPENDED':
    case 'SUBJECT_UNKNOWN':
      return new Date(tomorrow);
    // A change of the company's list looks at these again.
    case 'UNTRUSTED_ISSUER':
    case 'EXPIRED':
    case 'REVOKED':
    case 'MALFORMED':
    case 'NO_PROOF':
    case 'PROOF_UNSUPPORTED':
    case 'CONTEXT_UNKNOWN':
    case 'KEY_NOT_OF_ISSUER':
    case 'PROOF_INVALID':
      return null;
  }
}
