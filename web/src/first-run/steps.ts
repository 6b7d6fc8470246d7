import type { FirstStepsQuery } from '../generated/graphql.ts';

/** What a company does first, in its order, and where each is done. */
export const steps = [
  { id: 'file', to: '/imports' },
  { id: 'numbers', to: '/' },
  { id: 'invite', to: '/members' },
  { id: 'socialReturn', to: '/impact/social-return' },
  { id: 'connect', to: '/webhooks' },
] as const;

export type StepId = (typeof steps)[number]['id'];

/** Done is what has happened, whoever did it; that somebody looked at a page is nothing. */
export function stepsDone(answer: FirstStepsQuery, hasNumbers: boolean): ReadonlySet<StepId> {
  const { imports, members, invitations, sroiAccount, apiKeys, webhookEndpoints } = answer;
  const happened: Record<StepId, boolean> = {
    file: imports?.nodes.some(({ status }) => status === 'COMPLETED') ?? false,
    numbers: hasNumbers,
    invite: (members?.totalCount ?? 0) > 1 || (invitations?.totalCount ?? 0) > 0,
    socialReturn: sroiAccount !== null,
    connect: (apiKeys?.totalCount ?? 0) + (webhookEndpoints?.totalCount ?? 0) > 0,
  };
  return new Set(steps.map(({ id }) => id).filter((id) => happened[id]));
}
