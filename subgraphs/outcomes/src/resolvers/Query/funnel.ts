import { isId } from '@teei/runtime/id';
import { type FunnelStepRow, funnelSteps, reachedEach } from '../../domain/trends/funnel-steps.ts';
import { groupFormulas } from '../../domain/trends/group-formulas.ts';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import type { GroupRow } from '../../rows/group.ts';
import { funnelReach } from '../../store/funnel-store.ts';

export const funnel: QueryResolvers['funnel'] = async (_, { programmeId }, context) => {
  const isNobodys = typeof programmeId === 'string' && !isId(programmeId);
  const counts = isNobodys ? [] : await funnelReach(await context.tx(), programmeId ?? null);
  return {
    steps: funnelSteps(reachedEach(counts)).map(({ step, ...row }, place) => ({
      ...{ stage: step, ...row },
      lineage: lineageOf(row, place, programmeId ?? null),
    })),
  };
};

function lineageOf({ people }: Pick<FunnelStepRow, 'people'>, place: number, programmeId: string | null): GroupRow {
  const { version: formulaVersion, words: formula } = groupFormulas.funnel;
  if (people === null) return { formulaVersion, formula, inputs: [], members: null };
  const members = { source: { kind: 'funnel' as const, programmeId }, key: String(place + 1), people, scores: null };
  return { formulaVersion, formula, inputs: [{ name: 'distinct participants', value: people }], members };
}
