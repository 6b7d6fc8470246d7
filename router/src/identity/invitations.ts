import { createHash, randomUUID } from 'node:crypto';
import { isId } from '@teei/runtime/id';
import type { SubgraphEndpoint } from '@teei/runtime/subgraph';
import { serviceViewer } from '@teei/runtime/viewer';
import { z } from 'zod';

export type OpenInvitation = z.infer<typeof openInvitation>;

export interface JoiningUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** Invitations by the token in their mail's link. */
export interface Invitations {
  /** Undefined for a token that is wrong, used, too old or withdrawn: nobody is told which. */
  open(token: string): Promise<(OpenInvitation & { readonly companyId: string }) | undefined>;
  /** Makes the user a member of the company that the invitation is of. Answers the member's id. */
  accept(token: string, user: JoiningUser): Promise<string | undefined>;
}

/** Asks profile, which keeps invitations and members, by its internal fields. */
export function profileInvitations(profile: () => SubgraphEndpoint): Invitations {
  const ask = async (companyId: string, query: string, variables: Record<string, unknown>): Promise<unknown> => {
    const viewer = serviceViewer('identity', companyId, 'internal:members');
    const result = await profile().execute({ query, variables }, { viewer, correlationId: randomUUID() });
    const problem = result.errors?.[0];
    if (problem) throw new Error(`profile did not answer about an invitation: ${problem.message}`);
    return result.data;
  };
  return {
    open: async (token) => {
      const { companyId, tokenHash } = read(token);
      if (companyId === undefined) return undefined;
      const found = openAnswer.parse(await ask(companyId, openQuery, { tokenHash })).openInvitation;
      return found ? { ...found, companyId } : undefined;
    },
    accept: async (token, { id, name, email }) => {
      const { companyId, tokenHash } = read(token);
      if (companyId === undefined) return undefined;
      const answer = await ask(companyId, acceptMutation, { tokenHash, userId: id, name, email });
      return acceptAnswer.parse(answer).acceptInvitation ?? undefined;
    },
  };
}

/** A token names its company, so that row-level security stands as it does everywhere; a forged name finds nothing there. */
function read(token: string): { readonly companyId: string | undefined; readonly tokenHash: string } {
  const companyId = /^([0-9a-f-]{36})\.[\w-]{43}$/.exec(token)?.[1];
  const tokenHash = createHash('sha256').update(token).digest('base64url');
  return { companyId: companyId !== undefined && isId(companyId) ? companyId : undefined, tokenHash };
}

const openQuery = /* GraphQL */ `
  query OpenInvitation($tokenHash: String!) {
    openInvitation(tokenHash: $tokenHash) { companyName email role language expiresAt }
  }
`;
const acceptMutation = /* GraphQL */ `
  mutation AcceptInvitation($tokenHash: String!, $userId: String!, $name: String!, $email: String!) {
    acceptInvitation(tokenHash: $tokenHash, userId: $userId, name: $name, email: $email)
  }
`;
const openInvitation = z.object({
  companyName: z.string(),
  email: z.string(),
  role: z.string(),
  language: z.string(),
  expiresAt: z.union([z.string(), z.date().transform((date) => date.toISOString())]),
});
const openAnswer = z.object({ openInvitation: openInvitation.nullable() });
const acceptAnswer = z.object({ acceptInvitation: z.string().nullable() });
