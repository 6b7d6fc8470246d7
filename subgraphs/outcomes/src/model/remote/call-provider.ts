import type { LanguageModelV3, SharedV3ProviderOptions } from '@ai-sdk/provider';
import type { ModelProvider, ProviderAccess } from '@teei/runtime/remote-model-access';
import { answerForm } from '../../domain/remote/remote-answer.ts';

/** Asks a provider once. Throws `CallFailure` and nothing else: what a provider's client throws quotes what was sent, and the key. */
export async function callProvider(
  { provider, access, model }: CalledModel,
  { system, user, outputTokens, milliseconds }: ProviderQuestion,
): Promise<ProviderAnswer> {
  const client = await clients[provider](access, model);
  try {
    const { content, finishReason, usage } = await client.doGenerate({
      prompt: [
        { role: 'system', content: system },
        { role: 'user', content: [{ type: 'text', text: user }] },
      ],
      responseFormat: { type: 'json', name: 'scores', schema: answerForm as never },
      maxOutputTokens: outputTokens,
      abortSignal: AbortSignal.timeout(milliseconds),
      providerOptions,
    });
    return {
      text: content.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join(''),
      ending: endings[finishReason.unified],
      input: usage.inputTokens.total,
      output: usage.outputTokens.total,
    };
  } catch (error) {
    throw await failureOf(error);
  }
}

/** Loaded with the first call: most installations never make one. */
const clients: Readonly<
  Record<ModelProvider, (access: ProviderAccess, model: string) => Promise<Pick<LanguageModelV3, 'doGenerate'>>>
> = {
  anthropic: async ({ apiKey, baseUrl = 'https://api.anthropic.com/v1' }, model) => {
    const { createAnthropic } = await import('@ai-sdk/anthropic');
    return createAnthropic({ apiKey, baseURL: baseUrl, fetch: smallFetch })(model);
  },
  openai: async ({ apiKey, baseUrl = 'https://api.openai.com/v1' }, model) => {
    const { createOpenAI } = await import('@ai-sdk/openai');
    return createOpenAI({ apiKey, baseURL: baseUrl, fetch: smallFetch }).responses(model);
  },
  google: async ({ apiKey, baseUrl = 'https://generativelanguage.googleapis.com/v1beta' }, model) => {
    const { createGoogleGenerativeAI } = await import('@ai-sdk/google');
    return createGoogleGenerativeAI({ apiKey, baseURL: baseUrl, fetch: smallFetch })(model);
  },
};

/** Each provider reads its own. Nothing is kept there, and little is thought about a paragraph. */
const providerOptions: SharedV3ProviderOptions = {
  openai: { store: false, reasoningEffort: 'minimal', strictJsonSchema: true },
  google: { thinkingConfig: { thinkingBudget: 0 } },
};

/** No redirects, which would carry the key elsewhere, and no answer longer than one can be. */
const smallFetch: typeof fetch = async (input, init) => {
  const response = await fetch(input, { ...init, redirect: 'error' });
  const chunks: Uint8Array[] = [];
  const reader = response.body?.getReader();
  for (let size = 0; reader; ) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > MOST_BYTES) throw new Error('the answer is too long');
    chunks.push(value);
  }
  const { status, statusText, headers } = response;
  return new Response(Buffer.concat(chunks), { status, statusText, headers });
};
const MOST_BYTES = 256 * 1024;

async function failureOf(error: unknown): Promise<CallFailure> {
  const { APICallError, AISDKError } = await import('@ai-sdk/provider');
  if (APICallError.isInstance(error)) {
    const { statusCode = 0, responseHeaders } = error;
    if (statusCode === 0) return new CallFailure(isTimeout(error.cause) ? 'TIMED_OUT' : 'UNAVAILABLE');
    if (statusCode === 429) return new CallFailure('THROTTLED', waitAsked(responseHeaders));
    if (statusCode === 408 || statusCode >= 500) return new CallFailure('UNAVAILABLE', waitAsked(responseHeaders));
    return new CallFailure(statusCode >= 400 ? 'REJECTED' : 'MALFORMED');
  }
  if (isTimeout(error)) return new CallFailure('TIMED_OUT');
  return new CallFailure(AISDKError.isInstance(error) ? 'MALFORMED' : 'UNAVAILABLE');
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');
}

/** RFC 9110, 10.2.3: seconds, or a date. In milliseconds. */
function waitAsked(headers: Readonly<Record<string, string>> = {}): number {
  const asked = headers['retry-after'] ?? '';
  if (/^\d+(\.\d+)?$/.test(asked)) return Number(asked) * 1_000;
  const date = Date.parse(asked);
  return Number.isNaN(date) ? 0 : Math.max(0, date - Date.now());
}

const endings = {
  stop: 'COMPLETE',
  'tool-calls': 'COMPLETE',
  length: 'TRUNCATED',
  'content-filter': 'REJECTED',
  error: 'REJECTED',
  other: 'COMPLETE',
} as const;

export class CallFailure extends Error {
  readonly outcome: 'THROTTLED' | 'UNAVAILABLE' | 'TIMED_OUT' | 'REJECTED' | 'MALFORMED';
  /** Milliseconds for which the provider asked to be left alone. */
  readonly wait: number;

  constructor(outcome: CallFailure['outcome'], wait = 0) {
    super(`a call to a remote model ended as ${outcome}`);
    this.name = 'CallFailure';
    this.outcome = outcome;
    this.wait = wait;
  }
}

interface CalledModel {
  readonly provider: ModelProvider;
  readonly access: ProviderAccess;
  readonly model: string;
}

interface ProviderQuestion {
  readonly system: string;
  readonly user: string;
  readonly outputTokens: number;
  readonly milliseconds: number;
}

interface ProviderAnswer {
  readonly text: string;
  readonly ending: (typeof endings)[keyof typeof endings];
  /** Tokens; undefined where the provider does not say. */
  readonly input: number | undefined;
  readonly output: number | undefined;
}
