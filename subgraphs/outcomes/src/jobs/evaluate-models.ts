import { defineConsumer } from '@teei/runtime/consumer';
import type { EventOf } from '@teei/runtime/define-event';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import { evaluate } from '../domain/evaluation/evaluate.ts';
import type { Judgement } from '../domain/evaluation/judgement.ts';
import type { Scorer } from '../domain/q2q/score-text.ts';
import { evaluationRequested } from '../events/index.ts';
import { shortfalls } from '../model/accepted-figures.ts';
import { type CompanyModels, companyModels } from '../model/company-models.ts';
import { judgeSample } from '../model/judge-corpus.ts';
import { judgeGolden } from '../model/judge-golden-set.ts';
import { readCorpus } from '../model/read-corpus.ts';
import { GoldenSetStore } from '../store/golden-set-store.ts';
import { ModelEvaluationStore } from '../store/model-evaluation-store.ts';

/** Evaluates a model as `npm run eval` does, on the repository's texts or on what the company's reviewers settled on, and keeps what came out. */
export const evaluateModels = defineConsumer({
  name: 'outcomes-evaluate-models',
  source: 'outcomes',
  contracts: [evaluationRequested],
  weight: 'background',
  handle: async (tx, events) => {
    for (const { data } of events) await evaluateOne(tx, data);
  },
});

async function evaluateOne(tx: TenantTransaction, request: EventOf<typeof evaluationRequested>['data']): Promise<void> {
  const { evaluationId: id, dataset, modelVersion } = request;
  const models = await companyModels(tx);
  // As the version scores here: what the company lays down over it is evaluated with it.
  const scorer = models.effectiveScorerOf(modelVersion);
  if (!scorer) throw new Error(`no model ${modelVersion} is here to be evaluated`);
  const judgements = await judged(tx, models, { scorer, dataset });
  const figures = evaluate(judgements);
  const split = splits[dataset];
  const short = split && shortfalls(figures, split);
  const texts = figures.languages[0]?.texts ?? 0;
  const accepted = short ? short.length === 0 : null;
  const inForce = { thresholds: models.thresholdsOf(modelVersion), overrideRevision: models.overrideInForce };
  const evaluation = { id, modelVersion, dataset, texts, accepted, figures, judgements, ...inForce };
  await new ModelEvaluationStore(tx).insert(evaluation);
}

async function judged(
  tx: TenantTransaction,
  models: CompanyModels,
  { scorer, dataset }: { readonly scorer: Scorer; readonly dataset: keyof typeof splits },
): Promise<Judgement[]> {
  const split = splits[dataset];
  if (split !== null) return inTurns(readCorpus(split), (sample) => judgeSample(scorer, sample));
  return inTurns(await new GoldenSetStore(tx).toJudge(), (row) => {
    const judgement = judgeGolden(scorer, row, models.readAlike(scorer.modelVersion, row.modelVersion));
    return judgement ? [judgement] : [];
  });
}

/** Some milliseconds of work between two turns of the event loop, so that requests hardly wait. */
async function inTurns<Item>(
  items: readonly Item[],
  judge: (item: Item) => readonly Judgement[],
): Promise<Judgement[]> {
  const judgements: Judgement[] = [];
  for (const [at, item] of items.entries()) {
    if (at % 8 === 7) await new Promise((resolve) => setImmediate(resolve));
    judgements.push(...judge(item));
  }
  return judgements;
}

const splits = { FROZEN: 'test', DEV: 'dev', GOLDEN: null } as const;
