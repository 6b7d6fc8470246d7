import { dateTimeScalar } from '@teei/runtime/date-time-scalar';
import type { Resolvers } from '../generated/resolvers.ts';
import { AuditEntry } from './AuditEntry.ts';
import { Company } from './Company.ts';
import { Consent } from './Consent.ts';
import { Participant } from './Participant.ts';
import { PrivacyRequest } from './PrivacyRequest.ts';
import { auditActions } from './Query/auditActions.ts';
import { auditChain } from './Query/auditChain.ts';
import { auditEntry } from './Query/auditEntry.ts';
import { auditLog } from './Query/auditLog.ts';
import { consents } from './Query/consents.ts';
import { privacyRequest } from './Query/privacyRequest.ts';
import { privacyRequests } from './Query/privacyRequests.ts';

export const resolvers: Resolvers = {
  DateTime: dateTimeScalar,
  Query: { consents, privacyRequests, privacyRequest, auditLog, auditEntry, auditActions, auditChain },
  AuditEntry,
  Company,
  Consent,
  Participant,
  PrivacyRequest,
};
