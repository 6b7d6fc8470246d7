import { groupFormulas } from '../../domain/trends/group-formulas.ts';
import { type MeasuredChange, measureChange } from '../../domain/trends/measure-change.ts';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { changeCounts } from '../../store/change-store.ts';

export const change: QueryResolvers['change'] = async (_, __, context) => {
  const counted = await changeCounts(await context.tx());
  return [...new Set(counted.map(({ dimension }) => dimension))].flatMap((dimension) => {
    const [overall, ...programmes] = measureChange(counted.filter((group) => group.dimension === dimension));
    if (!overall) return [];
    const { words: method } = groupFormulas.change;
    return [{ dimension, method, overall: shown(overall), byProgramme: programmes.map(shown) }];
  });
};

function shown({ programmeId, ...group }: MeasuredChange) {
  return { ...group, programme: programmeId === null ? null : { id: programmeId } };
}
