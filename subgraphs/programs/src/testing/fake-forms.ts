import type { Asked, FakeAnswer, FakeForm, FakeRecord } from './fake-provider.ts';

const unauthorized: FakeAnswer = { status: 401, body: { error: 'unauthorized' } };
const notFound: FakeAnswer = { status: 404, body: { error: 'not found' } };
const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

/** xAPI 1.0.3, Communication 2.1.3: GET statements with `since`, `ascending`, `limit`, and `more`. */
export const xapiStore: FakeForm = {
  provider: 'XAPI',
  secret: 'store secret',
  basePath: '/xapi/',
  settings: () => ({ clientId: 'teei' }),
  answer: ({ url, headers }, records) => {
    if (headers.authorization !== basic('teei', 'store secret')) return unauthorized;
    if (!headers['x-experience-api-version']) return { status: 400, body: 'the version is missing' };
    const more = /^\/xapi\/more\/(.+)$/.exec(url.pathname)?.[1];
    if (more === undefined && url.pathname !== '/xapi/statements') return notFound;
    const at =
      more === undefined ? beginning(url) : (JSON.parse(Buffer.from(more, 'base64url').toString()) as XapiPlace);
    const found = records.filter(({ changedAt }) => at.since === null || changedAt > at.since);
    const page = found.slice(at.offset, at.offset + at.limit);
    const next = { ...at, offset: at.offset + at.limit };
    const goesOn = next.offset < found.length;
    const link = goesOn ? `/xapi/more/${Buffer.from(JSON.stringify(next)).toString('base64url')}` : '';
    return { body: { statements: page.map(statementOf), more: link } };
  },
};

interface XapiPlace {
  readonly since: string | null;
  readonly offset: number;
  readonly limit: number;
}

function beginning({ searchParams }: URL): XapiPlace {
  if (searchParams.get('ascending') !== 'true') throw new Error('newest first is no order to go on from');
  // A store may give out fewer than were asked for.
  return { since: searchParams.get('since'), offset: 0, limit: Math.min(50, Number(searchParams.get('limit'))) };
}

/** A voided statement is not listed any more; the one that voids it is. */
function statementOf(record: FakeRecord): unknown {
  const actor = { objectType: 'Agent', mbox: `mailto:${record.email}` };
  const common = { actor, timestamp: record.completedAt ?? record.changedAt, stored: record.changedAt };
  if (record.withdrawn) {
    const object = { objectType: 'StatementRef', id: record.id };
    const id = `${record.id.slice(0, 24)}ffffffffffff`;
    return { ...common, id, verb: { id: 'http://adlnet.gov/expapi/verbs/voided' }, object };
  }
  const verb = record.completedAt === null ? 'progressed' : 'completed';
  return {
    ...common,
    id: record.id,
    verb: { id: `http://adlnet.gov/expapi/verbs/${verb}` },
    object: { id: record.courseId, definition: { name: { en: record.courseName } } },
    result: {
      ...(record.score === null ? {} : { score: { scaled: record.score / 100 } }),
      extensions: { 'https://w3id.org/xapi/cmi5/result/extensions/progress': record.progress },
    },
  };
}

/** OneRoster 1.2: OAuth 2 client credentials, results with `filter`, `sort`, `limit`, `offset` and a Link header. */
export function oneRosterService(): FakeForm {
  const tokens = new Set<string>();
  return {
    provider: 'ONEROSTER',
    secret: 'roster secret',
    basePath: '',
    settings: (origin) => ({ tokenUrl: `${origin}/token`, clientId: 'teei client' }),
    answer: (asked, records) => {
      const { url, headers } = asked;
      if (url.pathname === '/token') return grant(asked, tokens);
      if (!tokens.has(headers.authorization ?? '')) return unauthorized;
      const [, kind, id] = /^\/ims\/oneroster\/\w+\/v1p2\/(\w+)(?:\/(.+))?$/.exec(url.pathname) ?? [];
      if (kind === 'results' && id === undefined) return resultsPage(url, records);
      if (kind === 'lineItems') return lineItemOf(decodeURIComponent(id ?? ''), records);
      return kind === 'users' ? userOf(decodeURIComponent(id ?? ''), records) : notFound;
    },
  };
}

function grant({ headers, body }: Asked, tokens: Set<string>): FakeAnswer {
  const isClient = headers.authorization === basic('teei%20client', 'roster%20secret');
  const form = new URLSearchParams(body);
  if (!isClient || form.get('grant_type') !== 'client_credentials')
    return { status: 400, body: { error: 'invalid_client' } };
  if (!form.get('scope')?.includes('gradebook-core.readonly')) return { status: 400, body: { error: 'invalid_scope' } };
  // Only the newest token is good: an older one answers 401 and has to be renewed.
  tokens.clear();
  const token = `token-${Math.random()}`;
  tokens.add(`Bearer ${token}`);
  return { body: { access_token: token, token_type: 'Bearer', expires_in: 3600 } };
}

function resultsPage(url: URL, records: readonly FakeRecord[]): FakeAnswer {
  const { searchParams } = url;
  const [limit, offset] = [Number(searchParams.get('limit')), Number(searchParams.get('offset'))];
  const [, since = ''] = /^dateLastModified>='([^']+)'$/.exec(searchParams.get('filter') ?? '') ?? [];
  if (searchParams.get('sort') !== 'dateLastModified' || searchParams.get('orderBy') !== 'asc')
    throw new Error('no order');
  const found = records.filter(({ changedAt }) => changedAt >= since);
  const next = new URL(url);
  next.searchParams.set('offset', String(offset + limit));
  const link: Record<string, string> = offset + limit < found.length ? { link: `<${next.href}>; rel="next"` } : {};
  const headers: Record<string, string> = { 'x-total-count': String(found.length), ...link };
  return { headers, body: { results: found.slice(offset, offset + limit).map(resultOf) } };
}

function resultOf(record: FakeRecord): unknown {
  return {
    sourcedId: record.id,
    status: record.withdrawn ? 'tobedeleted' : 'active',
    dateLastModified: record.changedAt,
    lineItem: { href: 'https://sis.example/lineItem', sourcedId: record.courseId, type: 'lineItem' },
    student: { href: 'https://sis.example/user', sourcedId: studentOf(record.email), type: 'user' },
    scoreStatus: record.completedAt === null ? 'partially graded' : 'fully graded',
    ...(record.score === null ? {} : { score: record.score / 2 }),
    scoreDate: (record.completedAt ?? record.changedAt).slice(0, 10),
  };
}

function lineItemOf(id: string, records: readonly FakeRecord[]): FakeAnswer {
  const found = records.find(({ courseId }) => courseId === id);
  // Points out of fifty.
  const lineItem = { sourcedId: id, title: found?.courseName, resultValueMin: 0, resultValueMax: 50 };
  return found ? { body: { lineItem } } : notFound;
}

function userOf(id: string, records: readonly FakeRecord[]): FakeAnswer {
  const found = records.find(({ email }) => studentOf(email) === id);
  return found ? { body: { user: { sourcedId: id, email: found.email } } } : notFound;
}

const studentOf = (email: string): string => `student/${email}`;

/** The list of completions that we ask providers without a public contract to serve. */
function listService(
  provider: 'ECORNELL' | 'ITSLEARNING',
  path: string,
  items: string,
  itemOf: (record: FakeRecord) => unknown,
): FakeForm {
  return {
    provider,
    secret: `${provider} secret`,
    basePath: '/api',
    settings: () => ({}),
    answer: ({ url, headers }, records) => {
      if (headers.authorization !== `Bearer ${provider} secret`) return unauthorized;
      if (url.pathname !== `/api/${path}`) return notFound;
      const [since, after] = [url.searchParams.get('updatedSince'), Number(url.searchParams.get('after') ?? 0)];
      const limit = Math.min(100, Number(url.searchParams.get('limit')));
      const found = records.filter(({ changedAt }) => since === null || changedAt >= since);
      const next = after + limit < found.length ? String(after + limit) : null;
      return { body: { [items]: found.slice(after, after + limit).map(itemOf), next } };
    },
  };
}

export const eCornell = listService('ECORNELL', 'v1/enrollments', 'enrollments', (record) => ({
  id: record.id,
  updatedAt: record.changedAt,
  student: { id: `person of ${record.email}`, email: record.email.toUpperCase() },
  course: { code: record.courseId, title: record.courseName },
  completedAt: record.completedAt,
  percentComplete: record.progress,
  finalGrade: record.score,
  cancelled: record.withdrawn,
}));

export const itslearning = listService('ITSLEARNING', 'restapi/completions', 'entityArray', (record) => ({
  CompletionId: record.id,
  LastUpdatedUtc: record.changedAt,
  Person: { PersonId: 4711, Email: record.email },
  Course: { CourseId: record.courseId, Title: record.courseName },
  CompletedUtc: record.completedAt,
  ProgressPercent: record.progress,
  ScorePercent: record.score,
  Deleted: record.withdrawn,
}));
