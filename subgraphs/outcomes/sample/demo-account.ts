/** An account of the social return for demos: what it is worked out with is made up, and says so. */
export function demoAccount({ from, to, investment, currency, language }: DemoFacts) {
  const words = wordsOf[language];
  return {
    proxies: proxyValues.map((value, index) => ({
      revision: 0,
      name: words.proxies[index] ?? '',
      value,
      currency,
      year: Number(to.slice(0, 4)) - 1,
      source: words.madeUp,
    })),
    account: (proxyIds: readonly string[]) => ({
      from,
      to,
      investment,
      investmentSource: words.budget,
      currency,
      outcomes: outcomes.map((outcome, index) => ({
        ...outcome,
        title: words.outcomes[index] ?? '',
        assumptionsSource: words.assumed,
        proxyId: proxyIds[index] ?? '',
      })),
    }),
  };
}

interface DemoFacts {
  /** Months, such as 2026-11; both included. */
  readonly from: string;
  readonly to: string;
  readonly investment: number;
  readonly currency: string;
  readonly language: 'en' | 'uk' | 'no';
}

const proxyValues = [3_200, 1_150, 480];

const outcomes = [
  { dimension: 'JOB_READINESS', deadweight: 0.4, attributionToOthers: 0.35, dropOff: 0.3, years: 2 },
  { dimension: 'LANG_LEVEL_PROXY', deadweight: 0.35, attributionToOthers: 0.4 },
  { dimension: 'BELONGING', deadweight: 0.25, attributionToOthers: 0.3, displacement: 0.05 },
];

const wordsOf = {
  en: {
    madeUp: 'Made up for the demo',
    budget: 'Programme budget (made up for the demo)',
    assumed: 'Assumed for the demo: no comparison group',
    proxies: ['A step towards work', 'A language course to the next level', 'A year in a club or association'],
    outcomes: ['Closer to work', 'Gets by in the new language', 'Belongs somewhere'],
  },
  uk: {
    madeUp: 'Вигадано для демонстрації',
    budget: 'Бюджет програми (вигаданий для демонстрації)',
    assumed: 'Припущення для демонстрації: групи порівняння немає',
    proxies: ['Крок до роботи', 'Мовний курс до наступного рівня', 'Рік у клубі чи товаристві'],
    outcomes: ['Ближче до роботи', 'Дає собі раду новою мовою', 'Має своє коло'],
  },
  no: {
    madeUp: 'Funnet på til demoen',
    budget: 'Programbudsjett (funnet på til demoen)',
    assumed: 'Antatt for demoen: ingen sammenligningsgruppe',
    proxies: ['Et steg mot arbeid', 'Et språkkurs til neste nivå', 'Et år i en klubb eller forening'],
    outcomes: ['Nærmere arbeid', 'Klarer seg på det nye språket', 'Hører til et sted'],
  },
} as const;
