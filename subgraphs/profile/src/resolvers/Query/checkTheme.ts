import { checkTheme as contrastsOf, correctedColours } from '../../domain/theme/check-theme.ts';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { coloursOf, writtenTokens } from '../theme-tokens.ts';

export const checkTheme: QueryResolvers['checkTheme'] = (_, { primary, secondary }) => {
  const colours = coloursOf(primary, secondary);
  if (!colours) return null;
  return {
    tokens: writtenTokens(colours),
    contrasts: [...contrastsOf(colours)],
    proposal: correctedColours(colours) ?? null,
  };
};
