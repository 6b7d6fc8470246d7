import { defineJob } from '@teei/runtime/job';
import { z } from 'zod';

export const checkCredentialJob = defineJob(
  'programs-check-credential',
  z.object({ companyId: z.string(), credentialId: z.string() }),
);
export const recheckCredentialsJob = defineJob(
  'programs-recheck-credentials',
  z.object({ companyId: z.string(), turn: z.int() }),
);
export const pullJob = defineJob(
  'programs-pull',
  z.object({ companyId: z.string(), connectionId: z.string(), turn: z.int() }),
);
