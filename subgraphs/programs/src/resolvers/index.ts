import { dateTimeScalar } from '@teei/runtime/date-time-scalar';
import type { Resolvers } from '../generated/resolvers.ts';
import { BuddyMatch } from './BuddyMatch.ts';
import { Company } from './Company.ts';
import { CourseCompletion } from './CourseCompletion.ts';
import { Enrolment } from './Enrolment.ts';
import { Import } from './Import.ts';
import { ImportProgress } from './ImportProgress.ts';
import { cancelImport } from './Mutation/cancelImport.ts';
import { planImport } from './Mutation/planImport.ts';
import { startImport } from './Mutation/startImport.ts';
import { undoImport } from './Mutation/undoImport.ts';
import { Participant } from './Participant.ts';
import { Programme } from './Programme.ts';
import { buddyMatches } from './Query/buddyMatches.ts';
import { courseCompletions } from './Query/courseCompletions.ts';
import { importById } from './Query/importById.ts';
import { imports } from './Query/imports.ts';
import { programme } from './Query/programme.ts';
import { programmes } from './Query/programmes.ts';
import { session } from './Query/session.ts';
import { sessions } from './Query/sessions.ts';
import { Session } from './Session.ts';
import { SessionActivity } from './SessionActivity.ts';
import { importProgress } from './Subscription/importProgress.ts';
import { sessionActivity } from './Subscription/sessionActivity.ts';
import { Volunteer } from './Volunteer.ts';

export const resolvers: Resolvers = {
  DateTime: dateTimeScalar,
  Query: { programmes, programme, sessions, session, buddyMatches, courseCompletions, imports, import: importById },
  Mutation: { planImport, startImport, cancelImport, undoImport },
  Subscription: { importProgress, sessionActivity },
  BuddyMatch,
  Company,
  CourseCompletion,
  Enrolment,
  Import,
  ImportProgress,
  Participant,
  Programme,
  Session,
  SessionActivity,
  Volunteer,
};
