import { defineJob } from '@teei/runtime/job';
import { z } from 'zod';

export const invitationMailJob = defineJob(
  'profile-invitation-mail',
  z.object({ companyId: z.string(), invitationId: z.string(), round: z.int() }),
);
