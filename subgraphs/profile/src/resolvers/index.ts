import { dateTimeScalar } from '@teei/runtime/date-time-scalar';
import type { Resolvers } from '../generated/resolvers.ts';
import { Annotation } from './Annotation.ts';
import { Company } from './Company.ts';
import { CompanyFeature } from './CompanyFeature.ts';
import { CompanyTheme } from './CompanyTheme.ts';
import { DashboardView } from './DashboardView.ts';
import { FollowUp } from './FollowUp.ts';
import { Invitation } from './Invitation.ts';
import { JourneyChange } from './JourneyChange.ts';
import { JourneyEvaluation } from './JourneyEvaluation.ts';
import { JourneyFlag } from './JourneyFlag.ts';
import { JourneyMilestone } from './JourneyMilestone.ts';
import { JourneyPreviewTouch } from './JourneyPreviewTouch.ts';
import { JourneyProgress } from './JourneyProgress.ts';
import { JourneyRule } from './JourneyRule.ts';
import { JourneyRulePreview } from './JourneyRulePreview.ts';
import { Member } from './Member.ts';
import { acceptInvitation } from './Mutation/acceptInvitation.ts';
import { activatePartnerManifest } from './Mutation/activatePartnerManifest.ts';
import { changeMemberRole } from './Mutation/changeMemberRole.ts';
import { chooseDefaultView } from './Mutation/chooseDefaultView.ts';
import { closeFollowUp } from './Mutation/closeFollowUp.ts';
import { createApiKey } from './Mutation/createApiKey.ts';
import { decideReviewItem } from './Mutation/decideReviewItem.ts';
import { deleteDashboardView } from './Mutation/deleteDashboardView.ts';
import { deleteJourneyRule } from './Mutation/deleteJourneyRule.ts';
import { dismissFirstSteps } from './Mutation/dismissFirstSteps.ts';
import { endMemberSession } from './Mutation/endMemberSession.ts';
import { endMemberSessions } from './Mutation/endMemberSessions.ts';
import { evaluateJourneys } from './Mutation/evaluateJourneys.ts';
import { inviteMember } from './Mutation/inviteMember.ts';
import { linkIdentity } from './Mutation/linkIdentity.ts';
import { mergeParticipants } from './Mutation/mergeParticipants.ts';
import { mergeVolunteers } from './Mutation/mergeVolunteers.ts';
import { openDemo } from './Mutation/openDemo.ts';
import { pinAnnotation } from './Mutation/pinAnnotation.ts';
import { removeAnnotation } from './Mutation/removeAnnotation.ts';
import { removeCompanyTheme } from './Mutation/removeCompanyTheme.ts';
import { removeMember } from './Mutation/removeMember.ts';
import { reopenReviewItem } from './Mutation/reopenReviewItem.ts';
import { resendInvitation } from './Mutation/resendInvitation.ts';
import { resolvePeople } from './Mutation/resolvePeople.ts';
import { revokeApiKey } from './Mutation/revokeApiKey.ts';
import { rollBackPartnerManifest } from './Mutation/rollBackPartnerManifest.ts';
import { rotateApiKey } from './Mutation/rotateApiKey.ts';
import { saveCompanyTheme } from './Mutation/saveCompanyTheme.ts';
import { saveDashboardView } from './Mutation/saveDashboardView.ts';
import { saveJourneyRule } from './Mutation/saveJourneyRule.ts';
import { setCompanyFeature } from './Mutation/setCompanyFeature.ts';
import { unlinkIdentity } from './Mutation/unlinkIdentity.ts';
import { unmergePeople } from './Mutation/unmergePeople.ts';
import { uploadPartnerManifest } from './Mutation/uploadPartnerManifest.ts';
import { withdrawInvitation } from './Mutation/withdrawInvitation.ts';
import { OperationUsage } from './OperationUsage.ts';
import { Participant } from './Participant.ts';
import { PartnerManifest } from './PartnerManifest.ts';
import { PartnerOperation } from './PartnerOperation.ts';
import { PersonMerge } from './PersonMerge.ts';
import { annotations } from './Query/annotations.ts';
import { apiKeys } from './Query/apiKeys.ts';
import { checkTheme } from './Query/checkTheme.ts';
import { company } from './Query/company.ts';
import { companyFeatures } from './Query/companyFeatures.ts';
import { dashboardViews } from './Query/dashboardViews.ts';
import { findParticipants } from './Query/findParticipants.ts';
import { followUps } from './Query/followUps.ts';
import { invitations } from './Query/invitations.ts';
import { journeyEvaluation } from './Query/journeyEvaluation.ts';
import { journeyRule } from './Query/journeyRule.ts';
import { journeyRules } from './Query/journeyRules.ts';
import { member } from './Query/member.ts';
import { members } from './Query/members.ts';
import { openInvitation } from './Query/openInvitation.ts';
import { participant } from './Query/participant.ts';
import { participants } from './Query/participants.ts';
import { partnerManifest } from './Query/partnerManifest.ts';
import { partnerManifests } from './Query/partnerManifests.ts';
import { platformOperations } from './Query/platformOperations.ts';
import { previewJourneyRule } from './Query/previewJourneyRule.ts';
import { reviewItem } from './Query/reviewItem.ts';
import { reviewItems } from './Query/reviewItems.ts';
import { themePresets } from './Query/themePresets.ts';
import { unknownOperations } from './Query/unknownOperations.ts';
import { viewer } from './Query/viewer.ts';
import { volunteer } from './Query/volunteer.ts';
import { volunteers } from './Query/volunteers.ts';
import { ReviewItem } from './ReviewItem.ts';
import { ReviewSide } from './ReviewSide.ts';
import { journeyChanged } from './Subscription/journeyChanged.ts';
import { journeyProgress } from './Subscription/journeyProgress.ts';
import { UnknownOperation } from './UnknownOperation.ts';
import { Viewer } from './Viewer.ts';
import { Volunteer } from './Volunteer.ts';

export const resolvers: Resolvers = {
  DateTime: dateTimeScalar,
  Query: {
    viewer,
    company,
    dashboardViews,
    annotations,
    participants,
    participant,
    volunteers,
    volunteer,
    member,
    members,
    reviewItems,
    reviewItem,
    apiKeys,
    partnerManifest,
    partnerManifests,
    platformOperations,
    unknownOperations,
    journeyRules,
    journeyRule,
    previewJourneyRule,
    journeyEvaluation,
    followUps,
    findParticipants,
    invitations,
    openInvitation,
    checkTheme,
    companyFeatures,
    themePresets,
  },
  Mutation: {
    saveDashboardView,
    deleteDashboardView,
    chooseDefaultView,
    dismissFirstSteps,
    openDemo,
    pinAnnotation,
    removeAnnotation,
    createApiKey,
    rotateApiKey,
    revokeApiKey,
    uploadPartnerManifest,
    activatePartnerManifest,
    rollBackPartnerManifest,
    changeMemberRole,
    removeMember,
    endMemberSession,
    endMemberSessions,
    linkIdentity,
    unlinkIdentity,
    mergeParticipants,
    mergeVolunteers,
    unmergePeople,
    decideReviewItem,
    reopenReviewItem,
    resolvePeople,
    saveJourneyRule,
    deleteJourneyRule,
    evaluateJourneys,
    closeFollowUp,
    inviteMember,
    resendInvitation,
    withdrawInvitation,
    acceptInvitation,
    saveCompanyTheme,
    setCompanyFeature,
    removeCompanyTheme,
  },
  Subscription: { journeyChanged, journeyProgress },
  Annotation,
  Company,
  CompanyFeature,
  CompanyTheme,
  DashboardView,
  FollowUp,
  Invitation,
  JourneyChange,
  JourneyEvaluation,
  JourneyFlag,
  JourneyMilestone,
  JourneyPreviewTouch,
  JourneyProgress,
  JourneyRule,
  JourneyRulePreview,
  Member,
  OperationUsage,
  Participant,
  PartnerManifest,
  PartnerOperation,
  PersonMerge,
  ReviewItem,
  ReviewSide,
  UnknownOperation,
  Viewer,
  Volunteer,
};
