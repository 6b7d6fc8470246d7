import type { DimensionName } from '../../rows/metric.ts';
import type { SroiAssumptions, SroiProxyRow } from '../../rows/social-return.ts';

/** What is wrong with an account as it was asked for; empty when nothing is. `proxies` are those of the company that it names. */
export function accountProblems(asked: AskedAccount, proxies: ReadonlyMap<string, SroiProxyRow>): SroiProblem[] {
  return [
    ...ownProblems(asked),
    ...asked.outcomes.flatMap((outcome, index) =>
      outcomeProblems(outcome, asked.currency, proxies.get(outcome.proxyId)).map(({ path, ...rest }) => ({
        path: `outcomes.${index}.${path}`,
        ...rest,
      })),
    ),
  ];
}

/** The account with each proxy as it is now; only for one without problems. */
export function assumptionsOf(asked: AskedAccount, proxies: ReadonlyMap<string, SroiProxyRow>): SroiAssumptions {
  const { from, to, investment, discountRate } = asked;
  return {
    ...{ from, to, investment, discountRate },
    currency: asked.currency,
    investmentSource: asked.investmentSource.trim(),
    outcomes: asked.outcomes.map((outcome) => {
      const proxy = proxies.get(outcome.proxyId);
      if (!proxy) throw new Error('an account without problems names a proxy that is there');
      const { deadweight, displacement, attributionToOthers, dropOff, years } = outcome;
      const counted = outcome.dimension !== null;
      return {
        title: outcome.title.trim(),
        dimension: outcome.dimension,
        quantity: counted ? null : outcome.quantity,
        quantitySource: counted ? null : (outcome.quantitySource?.trim() ?? null),
        ...{ proxyId: proxy.id, proxyRevision: proxy.revision, proxyName: proxy.name },
        ...{ proxyValue: proxy.value, proxyYear: proxy.year, proxySource: proxy.source },
        ...{ deadweight, displacement, attributionToOthers, dropOff, years },
        assumptionsSource: outcome.assumptionsSource.trim(),
      };
    }),
  };
}

/** Why a proxy cannot stand in the register; undefined when it can. */
export function proxyProblem({ name, value, currency, year, source }: AskedProxy): SroiProblem | undefined {
  if (!isText(name, 200)) return problem('name', 'PROXY_NAME_INVALID', 'A proxy has a name of 1 to 200 characters.');
  if (!isAmount(value)) return problem('value', 'PROXY_VALUE_INVALID', 'A value is 0 or more, and less than 10¹².');
  if (!currencyPattern.test(currency))
    return problem('currency', 'CURRENCY_INVALID', 'A currency is three letters, such as EUR.');
  if (year < 1990 || year > 2100)
    return problem('year', 'PROXY_YEAR_INVALID', 'The year of the prices is 1990 to 2100.');
  if (!isText(source, 1000))
    return problem('source', 'PROXY_SOURCE_MISSING', 'A proxy names its source, in 1 to 1,000 characters.');
  return undefined;
}

function ownProblems({ from, to, investment, investmentSource, currency, discountRate, outcomes }: AskedAccount) {
  return [
    ...(to < from ? [problem('to', 'PERIOD_INVALID', 'The period ends before it begins.')] : []),
    ...(investment > 0 && isAmount(investment)
      ? []
      : [problem('investment', 'INVESTMENT_INVALID', 'What was put in is more than 0, and less than 10¹².')]),
    ...(isText(investmentSource, 1000)
      ? []
      : [
          problem(
            'investmentSource',
            'SOURCE_MISSING',
            'Say where the amount put in is from, in up to 1,000 characters.',
          ),
        ]),
    ...(currencyPattern.test(currency)
      ? []
      : [problem('currency', 'CURRENCY_INVALID', 'A currency is three letters, such as EUR.')]),
    ...(discountRate >= 0 && discountRate <= 0.3
      ? []
      : [problem('discountRate', 'DISCOUNT_RATE_INVALID', 'A discount rate is 0 to 30 % a year.')]),
    ...(outcomes.length > 0 && outcomes.length <= mostOutcomes
      ? []
      : [problem('outcomes', 'OUTCOMES_INVALID', `An account has 1 to ${mostOutcomes} outcomes.`)]),
  ];
}

function outcomeProblems(outcome: AskedOutcome, currency: string, proxy: SroiProxyRow | undefined): SroiProblem[] {
  const { title, dimension, quantity, quantitySource, years, assumptionsSource } = outcome;
  const stated = dimension === null;
  return [
    ...(isText(title, 200)
      ? []
      : [problem('title', 'TITLE_INVALID', 'An outcome has a title of 1 to 200 characters.')]),
    ...(!stated || (quantity !== null && isAmount(quantity))
      ? []
      : [problem('quantity', 'QUANTITY_INVALID', 'State a quantity of 0 or more, or choose a dimension to count.')]),
    ...(!stated || isText(quantitySource ?? '', 1000)
      ? []
      : [
          problem('quantitySource', 'SOURCE_MISSING', 'A stated quantity names its source, in up to 1,000 characters.'),
        ]),
    ...(proxy && !proxy.archived
      ? []
      : [problem('proxyId', 'PROXY_NOT_FOUND', 'There is no such proxy in the register.')]),
    ...(!proxy || proxy.currency === currency
      ? []
      : [
          problem(
            'proxyId',
            'PROXY_CURRENCY_DIFFERS',
            "The proxy is in another currency than the account; amounts aren't converted.",
          ),
        ]),
    ...shares.flatMap((share) =>
      outcome[share] >= 0 && outcome[share] <= 1 ? [] : [problem(share, 'SHARE_INVALID', 'A share is 0 to 1.')],
    ),
    ...(years >= 1 && years <= mostYears
      ? []
      : [problem('years', 'YEARS_INVALID', `An effect lasts 1 to ${mostYears} years.`)]),
    ...(isText(assumptionsSource, 1000)
      ? []
      : [problem('assumptionsSource', 'SOURCE_MISSING', 'Say what the shares rest on, in up to 1,000 characters.')]),
  ];
}

function problem(path: string, code: string, message: string): SroiProblem {
  return { path, code, message };
}

function isText(text: string, most: number): boolean {
  return text.trim() !== '' && text.length <= most && !/\p{Cc}/u.test(text.replace(/[\n\t]/g, ' '));
}

function isAmount(value: number): boolean {
  return value >= 0 && value < 1e12;
}

const mostOutcomes = 20;
/** Beyond this, whatever remains of an effect is guesswork. */
const mostYears = 10;
const currencyPattern = /^[A-Z]{3}$/;
const shares = ['deadweight', 'displacement', 'attributionToOthers', 'dropOff'] as const;

export interface SroiProblem {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

interface AskedProxy {
  readonly name: string;
  readonly value: number;
  readonly currency: string;
  readonly year: number;
  readonly source: string;
}

export interface AskedOutcome {
  readonly title: string;
  readonly dimension: DimensionName | null;
  readonly quantity: number | null;
  readonly quantitySource: string | null;
  readonly proxyId: string;
  readonly deadweight: number;
  readonly displacement: number;
  readonly attributionToOthers: number;
  readonly dropOff: number;
  readonly years: number;
  readonly assumptionsSource: string;
}

export interface AskedAccount {
  readonly from: string;
  readonly to: string;
  readonly investment: number;
  readonly investmentSource: string;
  readonly currency: string;
  readonly discountRate: number;
  readonly outcomes: readonly AskedOutcome[];
}
