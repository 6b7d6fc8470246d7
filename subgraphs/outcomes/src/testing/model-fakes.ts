import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ModelProvider, RemoteModelAccess } from '@teei/runtime/remote-model-access';

/** What a provider answers to one call. */
export interface FakeAnswer {
  /** What the model writes; scores are written as JSON. */
  readonly text?: string;
  readonly scores?: readonly unknown[];
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** The model ran into the limit of its tokens. */
  readonly truncated?: boolean;
  /** Instead of what the provider would send. */
  readonly body?: string;
  /** Never answers. */
  readonly silent?: boolean;
}

export interface RecordedCall {
  readonly provider: ModelProvider;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  /** Everything that came in, as it came. */
  readonly body: string;
  /** The clauses that the model is shown. */
  readonly clauses: readonly string[];
}

/** Three providers on one local port, each in its own wire format, that write down all that reaches them. */
export interface ModelFakes {
  readonly access: RemoteModelAccess;
  readonly calls: RecordedCall[];
  /** What comes next from every provider, or from one; the last one stays. */
  answer(make: (call: RecordedCall) => FakeAnswer): void;
  close(): Promise<void>;
}

export async function startModelFakes(): Promise<ModelFakes> {
  const calls: RecordedCall[] = [];
  let make: (call: RecordedCall) => FakeAnswer = () => ({ scores: [] });
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      const call = recorded(request, body);
      calls.push(call);
      reply(response, call, make(call));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const at = (provider: ModelProvider, version: string) => ({
    ...{ apiKey: `key-of-${provider}`, baseUrl: `${url}/${provider}/${version}` },
  });
  return {
    access: { anthropic: at('anthropic', 'v1'), openai: at('openai', 'v1'), google: at('google', 'v1beta') },
    calls,
    answer: (next) => {
      make = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function recorded({ url = '', headers }: IncomingMessage, body: string): RecordedCall {
  const provider = url.split('/')[1] as ModelProvider;
  const said = JSON.stringify(wires[provider].user(JSON.parse(body)));
  // The clauses are JSON within the JSON of the request.
  const [, listed] = /(\{\\"clauses\\":.*?\}\]\})/.exec(said) ?? [];
  const shown = listed ? (JSON.parse(JSON.parse(`"${listed}"`)) as { clauses: { text: string }[] }) : { clauses: [] };
  return { provider, path: url, headers, body, clauses: shown.clauses.map(({ text }) => text) };
}

function reply(response: ServerResponse, { provider }: RecordedCall, answer: FakeAnswer): void {
  if (answer.silent) return;
  const { status = 200, headers = {}, truncated = false } = answer;
  const text = answer.text ?? JSON.stringify({ scores: answer.scores ?? [] });
  const wire = wires[provider];
  const body = answer.body ?? JSON.stringify(status === 200 ? wire.answer(text, truncated) : wire.error(status));
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}

/** Tokens that each answer claims to have cost. */
export const fakeTokens = { input: 900, output: 60 } as const;

interface Wire {
  user(body: Record<string, unknown>): unknown;
  answer(text: string, truncated: boolean): unknown;
  error(status: number): unknown;
}

const wires: Readonly<Record<ModelProvider, Wire>> = {
  anthropic: {
    user: ({ messages }) => messages,
    answer: (text, truncated) => ({
      ...{ id: 'msg_1', type: 'message', role: 'assistant', model: 'claude' },
      content: [{ type: 'text', text }],
      ...{ stop_reason: truncated ? 'max_tokens' : 'end_turn', stop_sequence: null },
      usage: { input_tokens: fakeTokens.input, output_tokens: fakeTokens.output },
    }),
    error: (status) => ({ type: 'error', error: { type: 'api_error', message: `status ${status}` } }),
  },
  openai: {
    user: ({ input }) => input,
    answer: (text, truncated) => ({
      ...{ id: 'resp_1', object: 'response', created_at: 1_790_000_000, model: 'gpt', error: null },
      ...{ status: truncated ? 'incomplete' : 'completed' },
      incomplete_details: truncated ? { reason: 'max_output_tokens' } : null,
      output: [
        {
          ...{ type: 'message', id: 'msg_1', status: 'completed', role: 'assistant' },
          content: [{ type: 'output_text', text, annotations: [] }],
        },
      ],
      usage: {
        ...{ input_tokens: fakeTokens.input, input_tokens_details: { cached_tokens: 0 } },
        ...{ output_tokens: fakeTokens.output, output_tokens_details: { reasoning_tokens: 0 } },
        total_tokens: fakeTokens.input + fakeTokens.output,
      },
    }),
    error: (status) => ({ error: { message: `status ${status}`, type: 'server_error', param: null, code: null } }),
  },
  google: {
    user: ({ contents }) => contents,
    answer: (text, truncated) => ({
      candidates: [
        { content: { role: 'model', parts: [{ text }] }, finishReason: truncated ? 'MAX_TOKENS' : 'STOP', index: 0 },
      ],
      usageMetadata: {
        ...{ promptTokenCount: fakeTokens.input, candidatesTokenCount: fakeTokens.output },
        totalTokenCount: fakeTokens.input + fakeTokens.output,
      },
      ...{ modelVersion: 'gemini', responseId: 'response-1' },
    }),
    error: (status) => ({ error: { code: status, message: `status ${status}`, status: 'UNAVAILABLE' } }),
  },
};
