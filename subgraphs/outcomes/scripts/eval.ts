import { parseArgs } from 'node:util';
import { compareModels } from '../src/domain/evaluation/compare-models.ts';
import { type Evaluation, evaluate, type LanguageFigures } from '../src/domain/evaluation/evaluate.ts';
import type { Judgement } from '../src/domain/evaluation/judgement.ts';
import { acceptedFigures, shortfalls } from '../src/model/accepted-figures.ts';
import { judgeSample } from '../src/model/judge-corpus.ts';
import { localScorer } from '../src/model/local-model.ts';
import { readCorpus, type Split } from '../src/model/read-corpus.ts';
import { repositoryVersions } from '../src/model/repository-versions.ts';

const HELP = `Measures a model on labelled texts that its training never read.

  npm run -s eval -- q2q [test|dev|blind] [--model VERSION] [--against VERSION] [--json]
      test (the frozen split) unless another is named. Figures for each language, dimension and direction with 95 % bootstrap
      intervals, calibration, confusion and parity; --json prints all of it.
      --against   compares with another version on the same texts: exact McNemar test, paired bootstrap of F1 with direction
      Versions: ${repositoryVersions()
        .map(({ version }) => version)
        .join(', ')}
  Exit code 1 where a figure of the frozen or the dev split is worse than model/accepted.json says, 2 for a wrong command.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    model: { type: 'string' },
    against: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});
const [what, split = 'test'] = positionals;
const version = values.model ?? acceptedFigures().modelVersion;
const known = [version, values.against ?? version].every((each) => localScorer(each) !== null);
if (values.help) process.stdout.write(HELP);
else if (what !== 'q2q' || !isSplit(split) || !known) {
  process.stderr.write(HELP);
  process.exitCode = 2;
} else report(split);

function report(on: Split): void {
  const judgements = judged(version, on);
  const evaluation = evaluate(judgements);
  const against = values.against && compareModels(judged(values.against, on), judgements);
  const short = shortfalls(evaluation, on);
  if (values.json) print(JSON.stringify({ version, split: on, ...evaluation, against, shortfalls: short }, null, 2));
  else describe(on, evaluation);
  if (against && !values.json) {
    const { texts, onlyBaseline, onlyCandidate, pValue, difference } = against;
    print(
      `\nagainst ${values.against} on ${texts} texts: only this one right ${onlyCandidate}, only that one ${onlyBaseline}, p = ${pValue.toFixed(4)}`,
    );
    if (difference)
      print(`F1 with direction ${signed(difference.value)} [${signed(difference.low)}, ${signed(difference.high)}]`);
  }
  for (const line of short ?? []) process.stderr.write(`not accepted: ${line}\n`);
  if (short && short.length > 0) process.exitCode = 1;
}

function judged(of: string, on: Split): Judgement[] {
  const scorer = localScorer(of);
  return scorer ? readCorpus(on).flatMap((sample) => judgeSample(scorer, sample)) : [];
}

function describe(on: Split, { languages, parity, confusion }: Evaluation): void {
  print(`${version} on the ${on} split`);
  for (const figures of languages) describeLanguage(figures);
  if (parity)
    print(
      `\nparity: ${parity.worst} has ${parity.ratio} of the F1 with direction of ${parity.best} (${parity.gap} less)`,
    );
  print('\nconfusion (what it is -> what is said, more often than never)');
  for (const { dimension, truth, claimed, count } of confusion)
    if (count > 0 && !(truth === 'none' && claimed === 'none'))
      print(`  ${dimension}: ${truth} -> ${claimed} ${count}`);
}

function describeLanguage({ language, texts, figures, ece, calibration }: LanguageFigures): void {
  print(`\n${language ?? 'all languages'}: ${texts} texts, ECE ${ece}`);
  for (const { name, dimension, direction, value, low, high } of figures) {
    const of = [dimension, direction].filter(Boolean).join(' ');
    print(`  ${`${of} ${name}`.trim().padEnd(36)} ${value ?? '-'} [${low ?? '-'}, ${high ?? '-'}]`);
  }
  print(
    `  calibration ${calibration
      .filter(({ count }) => count > 0)
      .map(({ confidence, right, count }) => `${confidence}->${right} (${count})`)
      .join(', ')}`,
  );
}

function isSplit(name: string): name is 'test' | 'dev' | 'blind' {
  return name === 'test' || name === 'dev' || name === 'blind';
}

function signed(value: number): string {
  return `${value < 0 ? '' : '+'}${value.toFixed(4)}`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
