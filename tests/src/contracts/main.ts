import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { CompositionFailed } from '@teei/router/compose/compose';
import { breakingChanges } from './breaking-changes.ts';
import { composeNow, readSupergraph, supergraphFile } from './composition.ts';

/**
 * `npm run check:contract [-- --against REF]`: the subgraphs compose, the supergraph in the tree is what they compose to,
 * and no client of the graph at REF (HEAD, when nothing is said) loses anything.
 */
const { against } = parseArgs({ options: { against: { type: 'string', default: 'HEAD' } } }).values;
const supergraph = await readSupergraph();
const problems = [...(await compositionProblems()), ...(await clientProblems())];
for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length === 0)
  process.stdout.write(`The supergraph is what the subgraphs compose to and breaks no client of ${against}.\n`);
process.exitCode = problems.length === 0 ? 0 : 1;

async function compositionProblems(): Promise<readonly string[]> {
  try {
    const { supergraphSdl } = await composeNow();
    if (supergraphSdl !== supergraph) {
      return [
        `${supergraphFile} is not what the subgraphs compose to.\n  Run "npm run compose", look at the difference, and commit it.`,
      ];
    }
    if (supergraphSdl === supergraphAt('HEAD') || !schemasAreCommitted()) return [];
    return [
      `The schemas are committed, but ${supergraphFile} at HEAD is not what they compose to.\n  Commit it as it is in the tree now.`,
    ];
  } catch (error) {
    if (error instanceof CompositionFailed) return [error.message];
    throw error;
  }
}

async function clientProblems(): Promise<readonly string[]> {
  const before = supergraphAt(against);
  if (before === undefined) {
    process.stdout.write(`${against} holds no ${supergraphFile}: there is no client to break yet.\n`);
    return [];
  }
  const broken = before === supergraph ? [] : await breakingChanges(before, supergraph);
  if (broken.length === 0) return [];
  return [
    `Clients of the graph at ${against} break:`,
    ...broken.map((sentence) => `  - ${sentence}`),
    '  Keep what was there, mark it @deprecated, and add the new beside it. When clients have moved and the break is meant,\n' +
      '  commit it by itself and say in the message who was told.',
  ];
}

/** Undefined where there is no repository, no such commit, or no supergraph in it yet. */
function supergraphAt(ref: string): string | undefined {
  return git('show', `${ref}:${supergraphFile}`);
}

/** Whoever is changing a schema has not committed the supergraph yet either: that is no mistake. */
function schemasAreCommitted(): boolean {
  return git('status', '--porcelain', '--', ':(top)subgraphs/*/schema.graphql') === '';
}

function git(...args: readonly string[]): string | undefined {
  try {
    return execFileSync('git', args, {
      cwd: import.meta.dirname,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return undefined;
  }
}
