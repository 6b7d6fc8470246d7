import type { CompanyThemeResolvers } from '../generated/resolvers.ts';
import { memberOfActor } from './member-of-actor.ts';
import { coloursOf, writtenTokens } from './theme-tokens.ts';

export const CompanyTheme: CompanyThemeResolvers = {
  tokens: ({ primary, secondary }) => {
    const colours = coloursOf(primary, secondary);
    return colours ? writtenTokens(colours) : [];
  },
  changedBy: ({ changedBy }, _, context) => memberOfActor(changedBy, context),
};
