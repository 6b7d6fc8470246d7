import { longestWordRetention, shortestWordRetention } from '@teei/runtime/word-retention-bounds';
import { nextNight, wordsDueBefore } from '../domain/word-retention.ts';
import type { WordRetentionResolvers } from '../generated/resolvers.ts';
import { DueWords } from '../store/due-words.ts';
import { memberOf } from './member-of.ts';

export const WordRetention: WordRetentionResolvers = {
  defaultDays: (_, __, { defaultWordDays }) => defaultWordDays,
  shortestDays: () => shortestWordRetention,
  longestDays: () => longestWordRetention,
  changedBy: ({ changedBy }) => memberOf(changedBy),
  nextNight: () => nextNight(new Date()),
  due: async ({ days }, { days: wished }, context) =>
    new DueWords(await context.tx()).before(wordsDueBefore(nextNight(new Date()), wished ?? days)),
};
