import { createInterface } from 'node:readline';
import { createScorer } from '../src/domain/q2q/score-text.ts';
import { loadLocalModel } from '../src/model/local-model.ts';
import { measureQuality } from './training/measure-quality.ts';
import { readCorpus, type Split } from './training/read-corpus.ts';

/**
 * The local Q2Q model on the command line.
 *
 *   npx tsx subgraphs/outcomes/scripts/q2q.ts score < texts.jsonl   one {"id","text"} per line in, one score line out
 *   npx tsx subgraphs/outcomes/scripts/q2q.ts eval                  figures on the frozen test split
 */
const COMMANDS: Readonly<Record<string, () => void | Promise<void>>> = { score: scoreLines, eval: printFigures };
const command = COMMANDS[process.argv[2] ?? ''];
if (command) await command();
else {
  process.stderr.write('usage: q2q.ts score < texts.jsonl | q2q.ts eval\n');
  process.exitCode = 2;
}

async function scoreLines(): Promise<void> {
  const scorer = createScorer(loadLocalModel());
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (!line.trim()) continue;
    const { id, text } = parseLine(line);
    const scored = scorer.score(text);
    const scores = scored.scores.map(({ dimension, direction, level, confidence }) => ({
      dimension,
      direction,
      level,
      confidence,
    }));
    process.stdout.write(
      `${JSON.stringify({ id, lang: scored.language, scores, topics: scored.topics, safety: [] })}\n`,
    );
  }
}

function printFigures(): void {
  const model = loadLocalModel();
  const samples = readCorpus(splitNamed(process.argv[3] ?? 'test'));
  const figures = measureQuality(model, samples);
  process.stdout.write(
    `${JSON.stringify({ modelVersion: model.version, figures, textsPerSecond: textsPerSecond() }, null, 2)}\n`,
  );
}

function splitNamed(name: string): Split {
  if (name === 'test' || name === 'dev' || name === 'blind') return name;
  throw new RangeError(`no split "${name}": test, dev or blind`);
}

/** Per second of processor time, so that a busy machine does not change the figure; after a warm-up over the same texts. */
function textsPerSecond(): number {
  const scorer = createScorer(loadLocalModel());
  const texts = [...readCorpus('train'), ...readCorpus('test')].map((sample) => sample.text);
  for (const text of texts) scorer.score(text);
  const start = process.cpuUsage();
  for (const text of texts) scorer.score(text);
  const { user, system } = process.cpuUsage(start);
  return Math.round((texts.length * 1e6) / (user + system));
}

function parseLine(line: string): { readonly id: unknown; readonly text: string } {
  const value = JSON.parse(line.replace(/^\uFEFF/u, '')) as { readonly id?: unknown; readonly text?: unknown };
  if (typeof value.text !== 'string') throw new TypeError(`expected {"id","text"}, got: ${line}`);
  return { id: value.id ?? null, text: value.text };
}
