import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LearningProvider, ProviderSettings } from '../rows/learning.ts';

/** What a provider knows, before it is put into the provider's own form. */
export interface FakeRecord {
  /** A UUID: some forms take nothing else. */
  readonly id: string;
  readonly email: string;
  readonly courseId: string;
  readonly courseName: string;
  readonly changedAt: string;
  readonly completedAt: string | null;
  readonly progress: number;
  readonly score: number | null;
  readonly withdrawn: boolean;
}

export interface FakeAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A provider on this machine that speaks the provider's wire format. */
export interface FakeProvider {
  readonly provider: LearningProvider;
  readonly baseUrl: string;
  readonly host: string;
  readonly settings: ProviderSettings;
  readonly secret: string;
  /** Oldest change first. May be changed between two calls. */
  records: FakeRecord[];
  /** The next calls are answered with these instead. */
  readonly instead: FakeAnswer[];
  readonly calls: string[];
  close(): Promise<void>;
}

export interface FakeForm {
  readonly provider: LearningProvider;
  readonly secret: string;
  readonly basePath: string;
  settings(origin: string): ProviderSettings;
  answer(asked: Asked, records: readonly FakeRecord[]): FakeAnswer;
}

export async function startFakeProvider(form: FakeForm): Promise<FakeProvider> {
  const instead: FakeAnswer[] = [];
  const calls: string[] = [];
  const server = createServer((request, response) => {
    void receive(request).then((asked) => {
      calls.push(`${asked.method} ${asked.url.pathname}${asked.url.search}`);
      send(response, instead.shift() ?? form.answer(asked, fake.records));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const origin = `http://${host}`;
  const fake: FakeProvider = {
    provider: form.provider,
    baseUrl: `${origin}${form.basePath}`,
    host,
    settings: form.settings(origin),
    secret: form.secret,
    records: [],
    instead,
    calls,
    close: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
  return fake;
}

async function receive(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = new URL(request.url ?? '/', 'http://fake');
  return { method: request.method ?? 'GET', url, headers: request.headers, body: Buffer.concat(chunks).toString() };
}

function send(response: ServerResponse, { status = 200, headers = {}, body }: FakeAnswer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
