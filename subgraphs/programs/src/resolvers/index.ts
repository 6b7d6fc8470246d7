import { dateTimeScalar } from '@teei/runtime/date-time-scalar';
import type { Resolvers } from '../generated/resolvers.ts';
import { BuddyCheckIn } from './BuddyCheckIn.ts';
import { BuddyFeedback } from './BuddyFeedback.ts';
import { BuddyMatch } from './BuddyMatch.ts';
import { Company } from './Company.ts';
import { CourseCompletion } from './CourseCompletion.ts';
import { Credential } from './Credential.ts';
import { Enrolment } from './Enrolment.ts';
import { Import } from './Import.ts';
import { ImportProgress } from './ImportProgress.ts';
import { KeptWords } from './KeptWords.ts';
import { LearningRecord } from './LearningRecord.ts';
import { approveVolunteerHours } from './Mutation/approveVolunteerHours.ts';
import { cancelImport } from './Mutation/cancelImport.ts';
import { clearWebhooksNaming } from './Mutation/clearWebhooksNaming.ts';
import { correctVolunteerHours } from './Mutation/correctVolunteerHours.ts';
import { createProviderConnection } from './Mutation/createProviderConnection.ts';
import { createWebhookEndpoint } from './Mutation/createWebhookEndpoint.ts';
import { declineVolunteerHours } from './Mutation/declineVolunteerHours.ts';
import { defineSurvey } from './Mutation/defineSurvey.ts';
import { disableProviderConnection } from './Mutation/disableProviderConnection.ts';
import { disableWebhookEndpoint } from './Mutation/disableWebhookEndpoint.ts';
import { distrustIssuer } from './Mutation/distrustIssuer.ts';
import { enableWebhookEndpoint } from './Mutation/enableWebhookEndpoint.ts';
import { logVolunteerHours } from './Mutation/logVolunteerHours.ts';
import { planImport } from './Mutation/planImport.ts';
import { recheckCredential } from './Mutation/recheckCredential.ts';
import { recordSurveyResponse } from './Mutation/recordSurveyResponse.ts';
import { replaySince } from './Mutation/replaySince.ts';
import { replayWebhookDeliveries } from './Mutation/replayWebhookDeliveries.ts';
import { rotateWebhookSecret } from './Mutation/rotateWebhookSecret.ts';
import { runProviderConnection } from './Mutation/runProviderConnection.ts';
import { sendTestWebhook } from './Mutation/sendTestWebhook.ts';
import { setWordRetention } from './Mutation/setWordRetention.ts';
import { startImport } from './Mutation/startImport.ts';
import { submitCredential } from './Mutation/submitCredential.ts';
import { submitStatements } from './Mutation/submitStatements.ts';
import { testProviderConnection } from './Mutation/testProviderConnection.ts';
import { trustIssuer } from './Mutation/trustIssuer.ts';
import { undoImport } from './Mutation/undoImport.ts';
import { updateProviderConnection } from './Mutation/updateProviderConnection.ts';
import { Participant } from './Participant.ts';
import { Programme } from './Programme.ts';
import { ProviderLink } from './ProviderLink.ts';
import { ProviderRun } from './ProviderRun.ts';
import { buddyMatches } from './Query/buddyMatches.ts';
import { courseCompletions } from './Query/courseCompletions.ts';
import { credential } from './Query/credential.ts';
import { credentials } from './Query/credentials.ts';
import { importById } from './Query/importById.ts';
import { imports } from './Query/imports.ts';
import { learningRecords } from './Query/learningRecords.ts';
import { programme } from './Query/programme.ts';
import { programmes } from './Query/programmes.ts';
import { providerConnection } from './Query/providerConnection.ts';
import { providerConnections } from './Query/providerConnections.ts';
import { session } from './Query/session.ts';
import { sessions } from './Query/sessions.ts';
import { trustedIssuers } from './Query/trustedIssuers.ts';
import { volunteerActivities } from './Query/volunteerActivities.ts';
import { volunteerActivity } from './Query/volunteerActivity.ts';
import { webhookDeliveries } from './Query/webhookDeliveries.ts';
import { webhookDelivery } from './Query/webhookDelivery.ts';
import { webhookEndpoints } from './Query/webhookEndpoints.ts';
import { wordRetention } from './Query/wordRetention.ts';
import { Session } from './Session.ts';
import { SessionActivity } from './SessionActivity.ts';
import { importProgress } from './Subscription/importProgress.ts';
import { sessionActivity } from './Subscription/sessionActivity.ts';
import { webhookDeliveries as followWebhookDeliveries } from './Subscription/webhookDeliveries.ts';
import { Survey } from './Survey.ts';
import { SurveyChange } from './SurveyChange.ts';
import { SurveyResponse } from './SurveyResponse.ts';
import { TrustedIssuer } from './TrustedIssuer.ts';
import { Volunteer } from './Volunteer.ts';
import { VolunteerActivity } from './VolunteerActivity.ts';
import { VolunteerActivityChange } from './VolunteerActivityChange.ts';
import { WebhookActivity } from './WebhookActivity.ts';
import { WebhookDelivery } from './WebhookDelivery.ts';
import { WebhookEndpoint } from './WebhookEndpoint.ts';
import { WordRetention } from './WordRetention.ts';

export const resolvers: Resolvers = {
  DateTime: dateTimeScalar,
  Query: {
    programmes,
    programme,
    sessions,
    session,
    buddyMatches,
    courseCompletions,
    volunteerActivities,
    volunteerActivity,
    imports,
    import: importById,
    webhookEndpoints,
    webhookDeliveries,
    webhookDelivery,
    credentials,
    credential,
    trustedIssuers,
    learningRecords,
    providerConnections,
    providerConnection,
    wordRetention,
  },
  Mutation: {
    logVolunteerHours,
    approveVolunteerHours,
    correctVolunteerHours,
    declineVolunteerHours,
    defineSurvey,
    recordSurveyResponse,
    planImport,
    startImport,
    cancelImport,
    undoImport,
    createWebhookEndpoint,
    rotateWebhookSecret,
    disableWebhookEndpoint,
    enableWebhookEndpoint,
    replayWebhookDeliveries,
    clearWebhooksNaming,
    replaySince,
    sendTestWebhook,
    submitCredential,
    recheckCredential,
    submitStatements,
    trustIssuer,
    distrustIssuer,
    createProviderConnection,
    updateProviderConnection,
    testProviderConnection,
    runProviderConnection,
    disableProviderConnection,
    setWordRetention,
  },
  Subscription: { importProgress, sessionActivity, webhookDeliveries: followWebhookDeliveries },
  BuddyCheckIn,
  BuddyFeedback,
  BuddyMatch,
  Company,
  CourseCompletion,
  Credential,
  Enrolment,
  Import,
  ImportProgress,
  KeptWords,
  LearningRecord,
  Participant,
  Programme,
  ProviderLink,
  ProviderRun,
  Session,
  SessionActivity,
  Survey,
  SurveyChange,
  SurveyResponse,
  TrustedIssuer,
  Volunteer,
  VolunteerActivity,
  VolunteerActivityChange,
  WebhookActivity,
  WebhookDelivery,
  WebhookEndpoint,
  WordRetention,
};
