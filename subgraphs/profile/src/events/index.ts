import { defineEvent } from '@teei/runtime/define-event';
import { z } from 'zod';

/** People travel by id alone; whoever may know a name or an address asks the graph for it. */
const participant = z.object({
  participantId: z.string(),
  /** The import that brought them; null when none did. */
  importId: z.string().nullable(),
});

const volunteer = z.object({ volunteerId: z.string(), importId: z.string().nullable() });

const apiKey = z.object({ apiKeyId: z.string() });

const partnerManifest = z.object({ manifestId: z.string() });

const feature = z.object({ feature: z.string(), percentage: z.int() });

const member = z.object({ memberId: z.string(), userId: z.string(), role: z.string() });

const formerMember = z.object({ memberId: z.string(), userId: z.string() });

const invitationMail = z.object({
  invitationId: z.string(),
  /** Which of the invitation's mails; an earlier one is not sent any more once another was asked for. */
  round: z.int(),
});

export const participantCreated = defineEvent('profile.participant.created', 1, participant);
export const volunteerCreated = defineEvent('profile.volunteer.created', 1, volunteer);
export const apiKeyChanged = defineEvent('profile.apiKey.changed', 1, apiKey);
/** Which operations the company's keys may call has changed. */
export const partnerManifestChanged = defineEvent('profile.partnerManifest.changed', 1, partnerManifest);
export const featuresChanged = defineEvent('profile.features.changed', 1, feature);
export const memberChanged = defineEvent('profile.member.changed', 1, member);
/** Sessions of a member open the company no more. */
export const memberSessionsEnded = defineEvent('profile.memberSessions.ended', 1, z.object({ memberId: z.string() }));
export const memberRemoved = defineEvent('profile.member.removed', 1, formerMember);
/** Somebody is to be written to. Neither address nor link are in it: the one stands in the invitation, the other is made with the mail. */
export const invitationMailAsked = defineEvent('profile.invitation.mailAsked', 1, invitationMail);

const finding = {
  participantId: z.string(),
  /** The journey rule that says so, and its revision; 0 for a default. */
  rule: z.string(),
  revision: z.int(),
  /** ISO 8601, UTC. */
  since: z.string(),
};

const flag = z.object({ ...finding, flag: z.string(), set: z.boolean() });

const milestone = z.object({ ...finding, milestone: z.string() });

/** A participant's journey as it is now: something of it was set, reached, opened or taken back. */
const journey = z.object({
  participantId: z.string(),
  flags: z.array(z.string()),
  milestones: z.array(z.string()),
  /** Rules with an open follow-up. */
  followUps: z.array(z.string()),
});

const evaluation = z.object({ evaluationId: z.string() });

export const flagUpdated = defineEvent('orchestration.flag.updated', 1, flag);
export const milestoneReached = defineEvent('orchestration.milestone.reached', 1, milestone);
export const profileUpdated = defineEvent('orchestration.profile.updated', 1, journey);
/** Everybody is to be looked at again; the asking commits with the rule's change, so it cannot be lost. */
export const evaluationRequested = defineEvent('profile.journeys.requested', 1, evaluation);
export const evaluationProgressed = defineEvent('profile.journeys.progressed', 1, evaluation);
