import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { generateKintell, type KintellSampleOptions } from './generate-kintell.ts';

const USAGE = `npm run sample -- kintell --rows N [--seed 1] [--out FILE|-] [--clean] [--dirt 0.03] [--corrections] [--until 2026-10-31]

Writes a made-up Kintell session export to FILE (or standard output) and an account of it, as JSON, to standard error.
`;

async function main(): Promise<void> {
  const asked = readArguments();
  if (asked === undefined) {
    process.stderr.write(USAGE);
    process.exitCode = 2;
    return;
  }
  const { account, chunks } = generateKintell(asked.options);
  const target = asked.out === '-' ? process.stdout : createWriteStream(asked.out);
  await pipeline(Readable.from(chunks, { objectMode: false }), target);
  process.stderr.write(`${JSON.stringify(account, null, 2)}\n`);
}

/** `undefined` when the arguments are not what the usage says. */
function readArguments(): { out: string; options: KintellSampleOptions } | undefined {
  try {
    const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
    const { rows, seed, dirt, until, clean, corrections, out } = values;
    const share = dirt === undefined ? {} : { dirt: Number(dirt) };
    const options = { rows: Number(rows), seed: Number(seed), ...share, clean, corrections, until: new Date(until) };
    const valid =
      positionals.length === 1 &&
      positionals[0] === 'kintell' &&
      Number.isInteger(options.rows) &&
      options.rows > 0 &&
      Number.isInteger(options.seed) &&
      (share.dirt === undefined || (share.dirt >= 0 && share.dirt <= 0.3)) &&
      /^\d{4}-\d{2}-\d{2}$/.test(until) &&
      !Number.isNaN(options.until.getTime());
    return valid ? { out, options } : undefined;
  } catch {
    return undefined;
  }
}

const OPTIONS = {
  rows: { type: 'string', default: '10000' },
  seed: { type: 'string', default: '1' },
  out: { type: 'string', default: '-' },
  dirt: { type: 'string' },
  until: { type: 'string', default: '2026-10-31' },
  clean: { type: 'boolean', default: false },
  corrections: { type: 'boolean', default: false },
} as const;

await main();
