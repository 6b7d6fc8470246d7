import { detectLanguage } from '../../domain/q2q/detect-language.ts';
import { normaliseText } from '../../domain/q2q/normalise-text.ts';
import { hashOfClauses, type RedactedClause, redactClauses } from '../../domain/remote/redacted-clauses.ts';
import { type RemoteScore, scoresSchema } from '../../domain/remote/remote-answer.ts';
import { screenText } from '../../domain/safety/screen-text.ts';
import type { RemoteSettingRow } from '../../rows/remote-model.ts';
import type { ModelAnswer, ModelAsker } from './ask-model.ts';
import type { Allowance, CallBooks } from './call-books.ts';
import { type Prompt, promptFor, type RemoteModel, remoteModel } from './remote-models.ts';

/**
 * Has a text read by the first model of the company's list that answers. What is not fit to leave the house, what the budget has no room
 * for and what no model answers stays with the local model; the ledger says why.
 */
export async function readRemotely(
  { asker, books }: Readers,
  setting: RemoteSettingRow,
  { sourceId, text }: { readonly sourceId: string; readonly text: string },
): Promise<RemoteReading> {
  const models = setting.models.flatMap((name) => remoteModel(name) ?? []);
  const [first] = models;
  const normal = normaliseText(text).slice(0, LONGEST);
  const clauses = redactClauses(normal);
  if (!first || clauses.length === 0) return stays;
  const language = detectLanguage(normal);
  const question = { sourceId, clauses, prompt: promptFor(language) };
  const kept = keptBack(text, clauses);
  if (kept) {
    await books.note({ model: first, promptVersion: question.prompt.version, sourceId }, kept);
    return stays;
  }
  for (const model of models) {
    const answer = await askOne({ asker, books }, question, { model, allowance: 'LIMIT' });
    if (answer.is === 'ANSWERED') return { is: 'READ', model: model.name, language, clauses, scores: answer.scores };
    if (answer.is === 'TOO_SOON') return answer;
    // A text that had one model say what it should not is shown to no other.
    if (answer.is === 'HOSTILE') return stays;
    if (answer.is === 'OVER_BUDGET') return beyondLimit({ asker, books }, setting, question, { language, model });
  }
  return stays;
}

/** Once the limit is spent: the cheaper model where the company says so, until its own allowance is spent too. */
async function beyondLimit(
  readers: Readers,
  { atLimit, cheaperModel }: RemoteSettingRow,
  question: TextQuestion,
  { language, model }: { readonly language: string; readonly model: RemoteModel },
): Promise<RemoteReading> {
  const { sourceId, prompt, clauses } = question;
  const cheaper = atLimit === 'CHEAPER' && cheaperModel !== null ? remoteModel(cheaperModel) : undefined;
  if (cheaper) {
    const answer = await askOne(readers, question, { model: cheaper, allowance: 'BEYOND' });
    if (answer.is === 'ANSWERED') return { is: 'READ', model: cheaper.name, language, clauses, scores: answer.scores };
    if (answer.is !== 'OVER_BUDGET') return answer.is === 'TOO_SOON' ? answer : stays;
  }
  await readers.books.note({ model: cheaper ?? model, promptVersion: prompt.version, sourceId }, 'OVER_BUDGET');
  return stays;
}

/** Asks a model unless it has answered this before. */
async function askOne(
  { asker, books }: Readers,
  { sourceId, clauses, prompt }: TextQuestion,
  { model, allowance }: { readonly model: RemoteModel; readonly allowance: Allowance },
): Promise<ModelAnswer> {
  const line = { model, promptVersion: prompt.version, sourceId };
  const question = { model: model.name, promptVersion: prompt.version, textHash: hashOfClauses(clauses) };
  const known = scoresSchema.safeParse(await books.answered(question));
  if (known.success) {
    await books.note(line, 'CACHED');
    return { is: 'ANSWERED', scores: known.data };
  }
  if (!asker.reaches(model)) {
    await books.note(line, 'NO_KEY');
    return { is: 'FAILED' };
  }
  const user = JSON.stringify({ clauses: clauses.map(({ text }, at) => ({ clause: at + 1, text })) });
  const answer = await asker.ask(books, { line, system: prompt.text, user, clauses: clauses.length }, allowance);
  if (answer.is === 'ANSWERED') await books.keep(question, answer.scores);
  return answer;
}

/** Why a text may not leave the house: it speaks to a model, or redaction has left something of a person in it. */
function keptBack(text: string, clauses: readonly RedactedClause[]): 'SHIELDED' | 'PERSONAL_DATA' | null {
  const has = (screened: string, category: string): boolean =>
    screenText(screened).some((finding) => finding.category === category);
  const sent = clauses.map((clause) => clause.text).join('\n');
  if (has(text, 'prompt_injection') || has(sent, 'prompt_injection')) return 'SHIELDED';
  return has(sent, 'contact_details') ? 'PERSONAL_DATA' : null;
}

/** As much as the local model reads. UTF-16 units. */
const LONGEST = 20_000;
const stays = { is: 'STAYS' } as const;

export interface Readers {
  readonly asker: ModelAsker;
  readonly books: CallBooks;
}

interface TextQuestion {
  readonly sourceId: string;
  readonly clauses: readonly RedactedClause[];
  readonly prompt: Prompt;
}

export type RemoteReading =
  | {
      readonly is: 'READ';
      readonly model: string;
      readonly language: string;
      readonly clauses: readonly RedactedClause[];
      readonly scores: readonly RemoteScore[];
    }
  /** With what the local model made of it. */
  | { readonly is: 'STAYS' }
  | { readonly is: 'TOO_SOON'; readonly wait: number };
