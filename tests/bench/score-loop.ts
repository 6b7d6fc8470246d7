import { scoreLines } from '../../subgraphs/outcomes/scripts/score-lines.ts';
import { createScorer } from '../../subgraphs/outcomes/src/domain/q2q/score-text.ts';
import { loadLocalModel } from '../../subgraphs/outcomes/src/model/local-model.ts';
import { readCorpus } from '../../subgraphs/outcomes/src/model/read-corpus.ts';

/** `score-loop.ts whole|linear`: scores the corpus as `npm run -s q2q -- score` does, once to warm up and three times measured. */
export interface ScoringResult {
  readonly texts: number;
  readonly textsPerSecond: number;
  /** Resident memory when all is scored, above what the process held before it read the model. */
  readonly megabytes: number;
}

const measured = 3;
const lines = [...readCorpus('train'), ...readCorpus('test')].map(
  ({ text }, id) => `${JSON.stringify({ id, text })}\n`,
);
const input = Buffer.from(lines.join(''));
const idle = resident();
const model = loadLocalModel();
const scorer = createScorer(process.argv[2] === 'linear' ? { ...model, bags: [] } : model);
await pass();
const start = process.cpuUsage();
for (let round = 0; round < measured; round += 1) await pass();
const { user, system } = process.cpuUsage(start);
const result: ScoringResult = {
  texts: lines.length,
  textsPerSecond: Math.round((measured * lines.length * 1e6) / (user + system)),
  megabytes: Math.round(resident() - idle),
};
process.stdout.write(JSON.stringify(result));

async function pass(): Promise<void> {
  let written = 0;
  const bad = await scoreLines(scorer, {
    input: chunks(),
    write: async (line) => {
      if (line.endsWith('\n')) written += 1;
    },
    complain: (message) => process.stderr.write(message),
  });
  if (bad > 0 || written !== lines.length)
    throw new Error(`${written} of ${lines.length} texts were scored, ${bad} were bad`);
}

/** As a pipe hands them over. */
async function* chunks(): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < input.length; from += 65_536) yield input.subarray(from, from + 65_536);
}

function resident(): number {
  globalThis.gc?.();
  return process.memoryUsage.rss() / 1024 ** 2;
}
