import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint, sessionMiddleware } from 'better-auth/api';
import { z } from 'zod';
import { ensureUser } from './ensure-user.ts';
import type { Invitations } from './invitations.ts';
import { companyBoundIn } from './sso-session.ts';

/**
 * What the page behind an invitation's link asks for. Whoever holds the link has the mailbox; only to them, and only once they
 * try to make an account, is it said that the address has one already.
 */
export function invitationEndpoints(invitations: Invitations, onJoined: () => void) {
  return {
    id: 'teei-invitations',
    endpoints: {
      lookAtInvitation: createAuthEndpoint(
        '/invitation/look',
        { method: 'POST', body: z.object({ token }) },
        async ({ body, json }) => {
          const { companyId: _, ...shown } = (await invitations.open(body.token)) ?? notOpen();
          return json(shown);
        },
      ),
      acceptInvitation: createAuthEndpoint(
        '/invitation/accept',
        { method: 'POST', body: z.object({ token, name: personName, password: z.string() }) },
        async ({ body, context, json }) => {
          const { email } = (await invitations.open(body.token)) ?? notOpen();
          if (await context.internalAdapter.findUserByEmail(email)) signInFirst();
          refuseLength(body.password, context.password.config);
          const id = await ensureUser(context, { email, name: body.name, password: body.password });
          await join({ id, name: body.name, email }, body.token);
          return json({ email });
        },
      ),
      joinByInvitation: createAuthEndpoint(
        '/invitation/join',
        { method: 'POST', body: z.object({ token }), use: [sessionMiddleware] },
        async ({ body, context, json }) => {
          const invitation = (await invitations.open(body.token)) ?? notOpen();
          const { user, session } = context.session;
          const only = companyBoundIn(session.token);
          if (user.email.toLowerCase() !== invitation.email) anotherAddress();
          if (only !== undefined && only !== invitation.companyId) anotherCompany();
          await join({ id: user.id, name: user.name, email: user.email }, body.token);
          return json({ companyId: invitation.companyId });
        },
      ),
    },
  } satisfies BetterAuthPlugin;

  async function join(user: Parameters<Invitations['accept']>[1], used: string): Promise<void> {
    if ((await invitations.accept(used, user)) === undefined) notOpen();
    onJoined();
  }
}

const token = z.string().max(200);
const personName = z.string().trim().min(1).max(200);

function notOpen(): never {
  throw new APIError('NOT_FOUND', {
    code: 'INVITATION_NOT_OPEN',
    message: 'This invitation is not open. It may have been used, withdrawn or be too old: ask for a new one.',
  });
}

function signInFirst(): never {
  throw new APIError('CONFLICT', {
    code: 'SIGN_IN_FIRST',
    message: 'There is an account with this address. Sign in, then accept the invitation.',
  });
}

function anotherAddress(): never {
  throw new APIError('FORBIDDEN', {
    code: 'INVITATION_OF_ANOTHER_ADDRESS',
    message: 'This invitation is for another address than the one that you are signed in with.',
  });
}

/** A company's own provider vouches for its people in that company, and for nothing that they do in another. */
function anotherCompany(): never {
  throw new APIError('FORBIDDEN', {
    code: 'SESSION_OF_ANOTHER_COMPANY',
    message:
      "You are signed in by another company's sign-in. Sign in with a password; have one mailed if you have none.",
  });
}

function refuseLength(
  { length }: string,
  { minPasswordLength, maxPasswordLength }: { readonly minPasswordLength: number; readonly maxPasswordLength: number },
): void {
  if (length < minPasswordLength || length > maxPasswordLength) {
    throw new APIError('BAD_REQUEST', {
      code: length < minPasswordLength ? 'PASSWORD_TOO_SHORT' : 'PASSWORD_TOO_LONG',
      message: `A password has ${minPasswordLength} to ${maxPasswordLength} characters.`,
    });
  }
}
