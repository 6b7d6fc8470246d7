import { defineJob } from '@teei/runtime/job';
import { z } from 'zod';

const importOfCompany = z.object({ companyId: z.string(), importId: z.string() });

export const planImportJob = defineJob('programs-plan-import', importOfCompany);
export const runImportJob = defineJob('programs-run-import', importOfCompany);
export const undoImportJob = defineJob('programs-undo-import', importOfCompany);
