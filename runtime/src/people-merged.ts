import { z } from 'zod';
import { defineEvent } from './define-event.ts';

/** Two people are shown as one, or as two again. Their records are not touched: who reads them resolves ids by what this says. */
const merge = z.object({
  /** As whom both are shown while the merge stands. */
  keptId: z.string(),
  mergedId: z.string(),
  /** Of the merged person; raised by each merge and unmerge, so that the newest counts in whatever order events arrive. */
  revision: z.int().positive(),
});

/** The profile subgraph emits these; every subgraph that keeps ids of people reads them, profile's neighbours upstream too. */
export const participantMerged = defineEvent('profile.participant.merged', 1, merge);
export const participantUnmerged = defineEvent('profile.participant.unmerged', 1, merge);
export const volunteerMerged = defineEvent('profile.volunteer.merged', 1, merge);
export const volunteerUnmerged = defineEvent('profile.volunteer.unmerged', 1, merge);
