import { GraphQLError } from 'graphql';
import { Refusal } from '../refusal.ts';

const reasons = {
  SESSION_ENDED: ['UNAUTHENTICATED', 401, 'This session is not valid or has ended.', 'Sign in again.'],
  TOKEN_INVALID: [
    'UNAUTHENTICATED',
    401,
    'This token is not valid or has expired.',
    'Get a new one from /api/auth/token with a session that is signed in.',
  ],
  AUTHORIZATION_UNREADABLE: [
    'UNAUTHENTICATED',
    401,
    'This Authorization header cannot be read.',
    'Send "Authorization: Bearer" with a token or an API key.',
  ],
  API_KEY_INVALID: [
    'UNAUTHENTICATED',
    401,
    'This API key is not valid.',
    'Check that it was copied whole, or have a new key created.',
  ],
  API_KEY_EXPIRED: [
    'UNAUTHENTICATED',
    401,
    'This API key has expired.',
    'Use the key that replaced it, or have a new key created.',
  ],
  API_KEY_REVOKED: ['UNAUTHENTICATED', 401, 'This API key was revoked.', 'Have a new key created.'],
  COMPANY_REFUSED: [
    'FORBIDDEN',
    403,
    'This company is not one that you belong to.',
    'Send as x-company-id one of your own companies, or leave the header out.',
  ],
  NO_MEMBERSHIP: [
    'FORBIDDEN',
    403,
    'You are signed in, but not a member of a company yet.',
    'Ask an administrator of your company to add you as a member.',
  ],
} as const satisfies Record<string, readonly [code: string, status: number, message: string, remedy: string]>;

export type IdentityReason = keyof typeof reasons;

/**
 * Who asks could not be established. `extensions.code` is UNAUTHENTICATED (401: sign in or send another credential) or
 * FORBIDDEN (403: the credential is good, but not for this company); `extensions.reason` says which case it is.
 */
export class IdentityRefusal extends Refusal {
  readonly reason: IdentityReason;

  constructor(reason: IdentityReason) {
    const [code, , message, remedy] = reasons[reason];
    super('UNAUTHENTICATED', [new GraphQLError(message, { extensions: { code, reason, remedy } })]);
    this.name = 'IdentityRefusal';
    this.reason = reason;
  }

  override get status(): number {
    return reasons[this.reason][1];
  }
}
