import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { loadLocalModel } from '../../subgraphs/outcomes/src/model/local-model.ts';
import { median, type Report } from './report.ts';
import type { ScoringResult } from './score-loop.ts';

const rounds = 3;

/**
 * Texts of the corpus from JSON lines to JSON lines: language, safety, model and topics, in a process of its own. Beside it the
 * same with the model's linear heads alone. Per second of processor time, so that it is one core's whatever else runs.
 */
export async function q2q(report: Report): Promise<void> {
  const results: { ours: ScoringResult; peer: ScoringResult }[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const [ours, peer] = [await score('whole'), await score('linear')];
    report.note(
      `round ${round}: ${ours.textsPerSecond} texts/s, ${ours.megabytes} MB; linear ${peer.textsPerSecond} texts/s`,
    );
    results.push({ ours, peer });
  }
  const of = (pick: (round: (typeof results)[number]) => number): number => median(results.map(pick));
  const rates = { ours: of(({ ours }) => ours.textsPerSecond), peer: of(({ peer }) => peer.textsPerSecond) };
  report.line({
    bench: 'q2q',
    name: `${loadLocalModel().version}, ${results[0]?.ours.texts} texts`,
    unit: 'texts/s of one core',
    ...rates,
    peerName: 'its linear heads alone',
    ratio: rates.ours / rates.peer,
  });
  const memory = { ours: of(({ ours }) => ours.megabytes), peer: of(({ peer }) => peer.megabytes) };
  report.line({
    bench: 'q2q',
    name: 'memory above an idle process',
    unit: 'MB',
    ...memory,
    peerName: 'its linear heads alone',
  });
}

async function score(parts: 'whole' | 'linear'): Promise<ScoringResult> {
  const file = join(import.meta.dirname, 'score-loop.ts');
  const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', file, parts], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`the scoring process ended with ${code}`);
  return JSON.parse(said) as ScoringResult;
}
