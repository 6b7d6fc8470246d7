import { dateTimeScalar } from '@teei/runtime/date-time-scalar';
import type { Resolvers } from '../generated/resolvers.ts';
import { Company } from './Company.ts';
import { Member } from './Member.ts';
import { changeMemberRole } from './Mutation/changeMemberRole.ts';
import { createApiKey } from './Mutation/createApiKey.ts';
import { removeMember } from './Mutation/removeMember.ts';
import { resolvePeople } from './Mutation/resolvePeople.ts';
import { revokeApiKey } from './Mutation/revokeApiKey.ts';
import { rotateApiKey } from './Mutation/rotateApiKey.ts';
import { Participant } from './Participant.ts';
import { apiKeys } from './Query/apiKeys.ts';
import { company } from './Query/company.ts';
import { members } from './Query/members.ts';
import { participant } from './Query/participant.ts';
import { participants } from './Query/participants.ts';
import { viewer } from './Query/viewer.ts';
import { volunteer } from './Query/volunteer.ts';
import { volunteers } from './Query/volunteers.ts';
import { Viewer } from './Viewer.ts';
import { Volunteer } from './Volunteer.ts';

export const resolvers: Resolvers = {
  DateTime: dateTimeScalar,
  Query: { viewer, company, participants, participant, volunteers, volunteer, members, apiKeys },
  Mutation: { createApiKey, rotateApiKey, revokeApiKey, changeMemberRole, removeMember, resolvePeople },
  Company,
  Member,
  Participant,
  Viewer,
  Volunteer,
};
