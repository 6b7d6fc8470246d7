import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import { newId } from '@teei/runtime/id';
import { type Job, jobHandler } from '@teei/runtime/job';
import { MailNotSent } from '@teei/runtime/mailer';
import { inTenant, type TenantTransaction } from '@teei/runtime/tenant-transaction';
import { serviceViewer } from '@teei/runtime/viewer';
import { issueInvitationToken } from '../domain/invitation-token.ts';
import { invitationLetter } from '../mails/invitation-letter.ts';
import { InvitationStore } from '../store/invitation-store.ts';
import { InvitationWrites } from '../store/invitation-writes.ts';
import { invitationMailJob } from './invitation-mail-job.ts';

/**
 * Sends an invitation's mail. The token is made anew with each try and committed before the mail leaves, so a try whose end
 * nobody saw leaves at worst a mail whose link is good no more, followed by one whose link is.
 */
export function sendInvitationMail({ database, platform, log }: SubgraphParts): Job {
  return jobHandler(platform.queues, invitationMailJob, 2, async ({ companyId, invitationId, round }, job) => {
    const inCompany = <T>(work: (tx: TenantTransaction) => Promise<T>): Promise<T> =>
      inTenant(database, serviceViewer('invitations', companyId), work);
    const { token, hash } = issueInvitationToken(companyId);
    const invitation = await inCompany((tx) => new InvitationStore(tx).beginMail(invitationId, round, hash));
    if (!invitation) return;
    try {
      const url = `${platform.baseUrl}/accept-invitation#${token}`;
      await platform.mailer.send({ id: `${invitationId}.${round}`, ...invitationLetter(invitation, url) });
    } catch (error) {
      if (!(error instanceof MailNotSent)) throw error;
      if (!error.final && !job.lastAttempt) throw error;
      log.error({ problem: error.message, invitationId }, 'the mail of an invitation became a dead letter');
      await inCompany(async (tx) => {
        await new InvitationWrites(tx).noteFailure(invitationId, round, error.problem);
        await keepDeadLetter(tx, { invitationId, round }, error.message, job.attempt);
      });
      return;
    }
    await inCompany((tx) => new InvitationWrites(tx).noteMailed(invitationId, round));
  });
}

async function keepDeadLetter(tx: TenantTransaction, data: object, problem: string, attempts: number): Promise<void> {
  const event = JSON.stringify({ type: 'profile.invitation.mailAsked', companyId: tx.companyId, data });
  await tx.sql`
    INSERT INTO profile.dead_letter (id, company_id, consumer, event, error, attempts)
    VALUES (${newId()}, ${tx.companyId}, ${invitationMailJob.name}, ${event}, ${problem}, ${attempts})`;
}
