import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { createScorer } from '../src/domain/q2q/score-text.ts';
import { loadLocalModel } from '../src/model/local-model.ts';
import { readCorpus } from '../src/model/read-corpus.ts';
import { scoreLines } from './score-lines.ts';

const HELP = `The local Q2Q model on the command line.

  npm run -s q2q -- score [--language no] < texts.jsonl
      In:  {"id": string or number, "text": string} per line; "language" beside them overrides --language.
      Out: {"id","lang","scores":[{"dimension","direction","level","confidence"}],"topics":[],"safety":[]} per line, in order.
      scores     only what passes the model's thresholds; direction is "gain", "setback" or "mixed" (both),
                 level 0 strong setback, 0.5 mixed, 1 strong gain, confidence a calibrated probability
      topics     cv, interview, pm, dev, networking, mentorship
      safety     objects {"category","severity"}, at most one per category: self_harm, threat, hate, profanity, spam,
                 contact_details, prompt_injection; severity low, medium, high or urgent
      lang       en, uk, no, ru, da, sv, de or pl; "und" where the text does not tell. --language is the programme's
                 language: texts too short to tell, and close neighbours (no, da, sv), take it
      A bad line is reported on stderr with its number; the others are scored, and the exit code is 1.

  npm run -s q2q -- speed
      Texts a second of processor time. How good the model is, npm run -s eval -- q2q says.
`;

const COMMANDS: Readonly<Record<string, () => void | Promise<void>>> = {
  score: scoreStdin,
  speed: printSpeed,
  help: () => void process.stdout.write(HELP),
};
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { language: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
});
const command = COMMANDS[values.help ? 'help' : (positionals[0] ?? '')];
if (command) await command();
else {
  process.stderr.write(HELP);
  process.exitCode = 2;
}

async function scoreStdin(): Promise<void> {
  const bad = await scoreLines(createScorer(loadLocalModel()), {
    input: process.stdin,
    write: async (line) => {
      if (!process.stdout.write(line)) await once(process.stdout, 'drain');
    },
    complain: (message) => process.stderr.write(message),
    language: values.language,
  });
  if (bad > 0) process.exitCode = 1;
}

function printSpeed(): void {
  process.stdout.write(
    `${JSON.stringify({ modelVersion: loadLocalModel().version, textsPerSecond: textsPerSecond() })}\n`,
  );
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
