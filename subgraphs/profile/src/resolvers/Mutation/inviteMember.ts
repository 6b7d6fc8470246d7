import { newId } from '@teei/runtime/id';
import { isMailLanguage } from '@teei/runtime/mail-language';
import { actorOf } from '@teei/runtime/viewer';
import {
  addressIn,
  addressRefused,
  invitationExpiry,
  languageRefused,
  refuseInvitation,
} from '../../domain/invitation-rules.ts';
import { invitationMailAsked } from '../../events/index.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { InvitationStore } from '../../store/invitation-store.ts';
import { InvitationWrites } from '../../store/invitation-writes.ts';
import { MemberStore } from '../../store/member-store.ts';
import { tellAudited } from '../tell-audited.ts';

export const inviteMember: MutationResolvers['inviteMember'] = async (_, { input }, context) => {
  const email = addressIn(input.email);
  if (email === undefined) return addressRefused();
  const language = input.language ?? (await context.loaders.company.load(context.tenant.companyId))?.locale ?? 'en';
  if (!isMailLanguage(language)) return languageRefused();
  const tx = await context.tx();
  const invitations = new InvitationStore(tx);
  await invitations.takeTurn();
  const refusal = refuseInvitation(context.tenant, input.role, {
    canMail: context.canMail,
    isMember: await new MemberStore(tx).hasAddress(email),
    isInvited: await invitations.hasOpen(email),
    mailsInLastHour: await invitations.mailsInLastHour(),
  });
  if (refusal) return refusal;
  const invitation = await new InvitationWrites(tx).insert({
    id: newId(),
    email,
    role: input.role,
    language,
    invitedBy: actorOf(context.viewer),
    expiresAt: invitationExpiry(new Date()),
  });
  await tellAudited(context, {
    event: invitationMailAsked,
    id: invitation.id,
    data: { invitationId: invitation.id, round: invitation.round },
    action: 'invitation.created',
    detail: { role: input.role },
  });
  return { __typename: 'MemberInvited', invitation };
};
