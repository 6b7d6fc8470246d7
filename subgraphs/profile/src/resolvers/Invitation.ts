import { stateOf } from '../domain/invitation-rules.ts';
import type { InvitationResolvers } from '../generated/resolvers.ts';
import { memberOfActor } from './member-of-actor.ts';

export const Invitation: InvitationResolvers = {
  state: (invitation) => stateOf(invitation, new Date()),
  mail: ({ mailedAt, mailFailure }) => (mailFailure ? 'FAILED' : mailedAt ? 'SENT' : 'WAITING'),
  invitedBy: ({ invitedBy }, _, context) => memberOfActor(invitedBy, context),
};
