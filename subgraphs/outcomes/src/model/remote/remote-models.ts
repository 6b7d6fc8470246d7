import { readdirSync, readFileSync } from 'node:fs';
import { modelProviders } from '@teei/runtime/remote-model-access';
import { parse } from 'yaml';
import { z } from 'zod';

/** Models of others that a company may choose, with their prices, as model/remote-models.yaml says. */
export function remoteModels(): RemoteModelTable {
  table ??= tableFile.parse(parse(readFileSync(new URL('remote-models.yaml', FOLDER), 'utf8')));
  return table;
}

/** Undefined for a name that the repository does not know, or knows no more. */
export function remoteModel(name: string): RemoteModel | undefined {
  return remoteModels().models.find((model) => model.name === name);
}

/** What a model is told before a text of a language; English for languages that have no prompt of their own. */
export function promptFor(language: string): Prompt {
  prompts ??= readPrompts();
  const found = prompts.get(language) ?? prompts.get('en');
  if (!found) throw new Error('model/prompts holds no English prompt');
  return found;
}

/** `q2q-1.uk.md` holds version q2q-1 in Ukrainian. */
function readPrompts(): Map<string, Prompt> {
  const folder = new URL('prompts/', FOLDER);
  const found = readdirSync(folder).flatMap((file) => {
    const [, language] = /^q2q-1\.([a-z]{2})\.md$/.exec(file) ?? [];
    if (!language) return [];
    const text = readFileSync(new URL(file, folder), 'utf8');
    return [[language, { version: `${PROMPT_VERSION}.${language}`, text }] as const];
  });
  return new Map(found);
}

/** Raised with every change of a prompt, so that what was answered to another is not taken for an answer to it. */
const PROMPT_VERSION = 'q2q-1';

/** How a score names what made it: the model, and the version of what it was told. */
export function remoteVersion(model: string): string {
  return `${model}/${PROMPT_VERSION}`;
}

const FOLDER = new URL('../../../model/', import.meta.url);
const price = z.number().positive();
const modelRow = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,59}$/),
  provider: z.enum(modelProviders),
  input: price,
  output: price,
  pricedOn: z.iso.date(),
  source: z.url({ protocol: /^https$/ }),
});
const tableFile = z.strictObject({
  models: z.array(modelRow).min(1),
  outputTokens: z.int().positive(),
  callsPerMinute: z.int().positive(),
});
export type RemoteModel = Readonly<z.infer<typeof modelRow>>;
type RemoteModelTable = z.infer<typeof tableFile>;
let table: RemoteModelTable | undefined;
let prompts: Map<string, Prompt> | undefined;

export interface Prompt {
  /** With its language, such as q2q-1.uk. */
  readonly version: string;
  readonly text: string;
}
