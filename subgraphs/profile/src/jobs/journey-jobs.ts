import { defineJob } from '@teei/runtime/job';
import { z } from 'zod';

export const evaluateEverybodyJob = defineJob(
  'profile-evaluate-everybody',
  z.object({ companyId: z.string(), evaluationId: z.string() }),
);
export const evaluateDueJob = defineJob('profile-evaluate-due', z.object({ companyId: z.string() }));
