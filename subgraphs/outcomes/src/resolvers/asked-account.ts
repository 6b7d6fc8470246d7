import { isId } from '@teei/runtime/id';
import type { OutcomesContext } from '../context.ts';
import { type AskedAccount, accountProblems, assumptionsOf, type SroiProblem } from '../domain/sroi/account-rules.ts';
import type { SroiAccountInput } from '../generated/resolvers.ts';
import type { SroiAssumptions } from '../rows/social-return.ts';
import { SroiProxyStore } from '../store/sroi-proxy-store.ts';

/** Reads an account as it was asked for, with the proxies that it names; to be tried or stored. */
export async function readAccount(
  input: SroiAccountInput,
  context: OutcomesContext,
): Promise<{ readonly assumptions: SroiAssumptions } | { readonly problems: SroiProblem[] }> {
  const asked = askedOf(input);
  const ids = [...new Set(asked.outcomes.map(({ proxyId }) => proxyId))].filter(isId);
  const rows = ids.length === 0 ? [] : await new SroiProxyStore(await context.tx()).byIds(ids);
  const proxies = new Map(rows.map((row) => [row.id, row]));
  const problems = accountProblems(asked, proxies);
  return problems.length > 0 ? { problems } : { assumptions: assumptionsOf(asked, proxies) };
}

/** The generated type does not know that the schema fills in defaults. */
function askedOf(input: SroiAccountInput): AskedAccount {
  return {
    ...input,
    discountRate: input.discountRate ?? 0.035,
    outcomes: input.outcomes.map((outcome) => ({
      ...outcome,
      dimension: outcome.dimension ?? null,
      quantity: outcome.quantity ?? null,
      quantitySource: outcome.quantitySource ?? null,
      displacement: outcome.displacement ?? 0,
      dropOff: outcome.dropOff ?? 0,
      years: outcome.years ?? 1,
    })),
  };
}
