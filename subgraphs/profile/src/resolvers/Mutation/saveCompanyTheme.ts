import { actorOf } from '@teei/runtime/viewer';
import { checkTheme, correctedColours } from '../../domain/theme/check-theme.ts';
import { readLogo } from '../../domain/theme/logo-file.ts';
import { colourInvalid, logoRefused, themeChanged } from '../../domain/theme/theme-rules.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { CompanyThemeStore } from '../../store/company-theme-store.ts';
import { ownCompany } from '../own-company.ts';
import { audit } from '../tell-audited.ts';
import { coloursOf } from '../theme-tokens.ts';

/** Nothing is saved that somebody in the company could not read; what would be is proposed instead. */
export const saveCompanyTheme: MutationResolvers['saveCompanyTheme'] = async (_, { input }, context) => {
  const { font, preset = null } = input;
  const [primary, secondary] = [input.primary.toLowerCase(), input.secondary.toLowerCase()];
  const colours = coloursOf(primary, secondary);
  if (!colours) return colourInvalid();
  const proposal = correctedColours(colours);
  if (proposal) return { __typename: 'ThemeContrastTooLow', contrasts: [...checkTheme(colours)], proposal };
  const image = input.logo ? readLogo(input.logo) : { logo: null };
  if ('problem' in image) return logoRefused(image.problem);
  const wish = { primary, secondary, preset, font, logo: image.logo, changedBy: actorOf(context.viewer) };
  if (!(await new CompanyThemeStore(await context.tx()).save(wish, input.revision))) return themeChanged();
  await audit(context, {
    id: context.tenant.companyId,
    action: 'companyTheme.saved',
    detail: { primary, secondary, font, preset, logo: image.logo ? 'yes' : 'no' },
  });
  return { __typename: 'CompanyThemeSaved', company: await ownCompany(context) };
};
