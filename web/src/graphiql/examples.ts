import type { Language } from '../language/language.ts';

/** A question that analysts ask often, ready to be changed. */
export interface Example {
  readonly name: string;
  readonly words: Readonly<Record<Language, string>>;
  readonly text: string;
}

export const examples: readonly Example[] = [
  {
    name: 'MonthlyMetrics',
    words: {
      en: 'Every number by month',
      uk: 'Усі показники за місяцями',
      no: 'Alle tall måned for måned',
    },
    text: `query MonthlyMetrics($from: Month = "2026-01") {
  metrics(grain: MONTH, from: $from) {
    name
    dimension
    month
    value
    unit
    absence
  }
}
`,
  },
  {
    name: 'WhyThisNumber',
    words: {
      en: 'From a number down to what people said',
      uk: 'Від показника до того, що сказали люди',
      no: 'Fra et tall ned til det folk sa',
    },
    text: `query WhyThisNumber {
  metrics(grain: ALL_TIME, name: OUTCOME_LEVEL) {
    dimension
    value
    lineage {
      formula
      inputs {
        name
        value
      }
      evidence(first: 3) {
        totalCount
        nodes {
          snippet
          hash
        }
      }
    }
  }
}
`,
  },
  {
    name: 'WeeklyTrend',
    words: {
      en: 'A trend by week with its moving average',
      uk: 'Тижнева динаміка з ковзним середнім',
      no: 'Utvikling uke for uke med glidende gjennomsnitt',
    },
    text: `query WeeklyTrend {
  trend(metric: OUTCOME_LEVEL, dimension: BELONGING, grain: WEEK, window: 6) {
    points {
      period
      value
      absence
      movingAverage
    }
  }
}
`,
  },
  {
    name: 'CohortsByProgramme',
    words: {
      en: 'Programmes compared, with intervals',
      uk: 'Порівняння програм з довірчими інтервалами',
      no: 'Programmer sammenlignet, med intervaller',
    },
    text: `query CohortsByProgramme {
  cohorts(by: PROGRAMME, dimension: CONFIDENCE) {
    cohorts {
      programme {
        name
      }
      people
      mean
      interval {
        low
        high
      }
      absence
    }
  }
}
`,
  },
  {
    name: 'WhereParticipantsStop',
    words: {
      en: 'Where participants stop on their way',
      uk: 'Де учасники зупиняються на своєму шляху',
      no: 'Hvor deltakerne stopper opp på veien',
    },
    text: `query WhereParticipantsStop {
  funnel {
    steps {
      stage
      people
      share
      dropOff
      absence
    }
  }
}
`,
  },
  {
    name: 'WhatIsSaid',
    words: {
      en: 'What is said, counted by dimension and language',
      uk: 'Про що говорять: за вимірами та мовами',
      no: 'Hva som blir sagt, etter dimensjon og språk',
    },
    text: `query WhatIsSaid {
  evidenceFacets {
    dimensions {
      value
      count
    }
    languages {
      value
      count
    }
  }
  evidence(first: 5) {
    nodes {
      snippet
      hash
    }
  }
}
`,
  },
];
