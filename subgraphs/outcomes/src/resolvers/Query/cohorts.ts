import { PlatformError } from '@teei/runtime/platform-error';
import { compareCohorts, mostCohorts } from '../../domain/trends/compare-cohorts.ts';
import { groupFormulas } from '../../domain/trends/group-formulas.ts';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { CohortStore } from '../../store/cohort-store.ts';

export const cohorts: QueryResolvers['cohorts'] = async (_, { by, dimension, from, to, keys }, context) => {
  if (keys && keys.length > mostCohorts)
    throw new PlatformError('BAD_USER_INPUT', `At most ${mostCohorts} cohorts are compared.`, 'Name fewer of them.');
  const filter = { by, dimension, from: from ?? null, to: to ?? null };
  const all = await new CohortStore(await context.tx(), filter).counts();
  const listed = compareCohorts(filter, all, keys ?? null);
  return {
    dimension,
    method: groupFormulas.cohort.words,
    cohorts: listed.map((cohort) => ({ ...cohort, programme: by === 'PROGRAMME' ? { id: cohort.key } : null })),
    total: all.length,
  };
};
