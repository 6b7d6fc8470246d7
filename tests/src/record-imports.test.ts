import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from './caller.ts';
import { type ImportState, importIn, planFile, startImport, undoImport } from './importing.ts';
import { settled } from './settled.ts';
import { type Company, startTestStack, type TestStack } from './with-stack.ts';

// Every kind of record comes as partners send files: a byte order mark, semicolons, CRLF, decimal commas, dd.mm.yyyy,
// a row twice, and a row without what it cannot be without.

interface Sample {
  readonly kind: string;
  readonly table: string;
  /** What it tells when a record comes, is corrected, or is taken back; null where nothing is told. */
  readonly events: readonly [told: string, gone: string] | null;
  readonly header: string;
  /** Three good rows; the first comes twice, and one that cannot be read comes after them. */
  readonly rows: readonly [string, string, string];
  readonly bad: string;
  readonly code: string;
  /** The first row, corrected. */
  readonly corrected: string;
  readonly column: string;
  readonly values: readonly [before: unknown, after: unknown];
}

const pair = 'olena@example.org;kari@firma.example';

const samples: readonly Sample[] = [
  {
    kind: 'BUDDY_MATCH',
    table: 'buddy_match',
    events: ['buddy.match.created', 'buddy.match.withdrawn'],
    header: 'participant_email;buddy_email;matched_at;status;language;interests;location',
    rows: [
      'Olena@Example.org ;kari@firma.example;15.01.2026;aktiv;norsk;"turer, matlaging";Bergen',
      'petro@example.org;kari@firma.example;16.01.2026;active;English;;Oslo',
      'iryna@example.org;nils@firma.example;17.01.2026;avsluttet;;sjakk;',
    ],
    bad: ';nils@firma.example;18.01.2026;active;;;',
    code: 'MISSING_EMAIL',
    corrected: 'olena@example.org;kari@firma.example;15.01.2026;avsluttet;norsk;"turer, matlaging";Bergen',
    column: 'status',
    values: ['ACTIVE', 'ENDED'],
  },
  {
    kind: 'COURSE_COMPLETION',
    table: 'course_completion',
    events: ['upskilling.course.completed', 'upskilling.course.withdrawn'],
    header: 'E-post;Leverandør;Kurskode;Kursnavn;Fullført;Poengsum;Kursbevis',
    rows: [
      'olena@example.org;eCornell;EXEC-101;Ledelse;15.01.2026;92,5;B-1',
      'petro@example.org;itslearning;DATA-201;Regneark;16.01.2026;88,25;',
      'petro@example.org;itslearning;DATA-202;Regneark 2;17.01.2026;;',
    ],
    bad: 'iryna@example.org;itslearning;;Regneark;16.01.2026;70,0;',
    code: 'MISSING_VALUE',
    corrected: 'olena@example.org;ecornell;EXEC-101;Ledelse;15.01.2026;95,5;B-1',
    column: 'final_score',
    values: [92.5, 95.5],
  },
  {
    kind: 'VOLUNTEER_ACTIVITY',
    table: 'volunteer_activity',
    events: ['volunteer.activity.logged', 'volunteer.activity.withdrawn'],
    header:
      'session_id;volunteer_id;volunteer_email;volunteer_name;ngo_name;ngo_id;activity_type;session_date;hours_contributed;location;description;skills_used;impact_area',
    rows: [
      'S1;V1;kari@firma.example;Kari;Skogvern;N1;Planting;15.01.2026;4,5;Parken;"Plantet trær\r\nog ryddet";lagarbeid;Miljø',
      'S2;V1;kari@firma.example;Kari;Skogvern;N1;Planting;16.01.2026;3,0;;;;',
      'S3;V2;nils@firma.example;Nils;Matsentralen;N2;Pakking;17.01.2026;6,0;;;;Fattigdom',
    ],
    bad: 'S4;V2;nils@firma.example;Nils;Matsentralen;N2;Pakking;17.01.2026;60,5;;;;',
    code: 'BAD_HOURS',
    corrected: 'S1;V1;kari@firma.example;Kari;Skogvern;N1;Planting;15.01.2026;5,5;Parken;Plantet;lagarbeid;Miljø',
    column: 'hours',
    values: [4.5, 5.5],
  },
  {
    kind: 'BUDDY_FEEDBACK',
    table: 'buddy_feedback',
    events: ['buddy.feedback.submitted', 'buddy.feedback.withdrawn'],
    header: 'participant_email;buddy_email;submitted_at;author;rating;feedback_text',
    rows: [
      `${pair};15.02.2026;deltaker;4,5;"Jeg føler meg ""hjemme"" nå"`,
      `${pair};16.02.2026;frivillig;5,0;Vi ler mye sammen`,
      `${pair};17.02.2026;;;Мені вже не страшно говорити`,
    ],
    bad: 'nobody@example.org;kari@firma.example;15.02.2026;deltaker;4,5;Hei',
    code: 'MATCH_NOT_FOUND',
    corrected: `${pair};15.02.2026;deltaker;3,5;Jeg føler meg alene`,
    column: 'rating',
    values: [4.5, 3.5],
  },
  {
    kind: 'BUDDY_CHECK_IN',
    table: 'buddy_check_in',
    events: ['buddy.checkin.completed', 'buddy.checkin.withdrawn'],
    header: 'check_in_id;participant_email;buddy_email;checked_at;mood;note',
    rows: [`C1;${pair};15.02.2026;4;Bra`, `C2;${pair};16.02.2026;9;`, `C3;${pair};17.02.2026;;Stille`],
    bad: 'C4;;;15.02.2026;4;',
    code: 'MISSING_MATCH',
    corrected: `C1;${pair};15.02.2026;2;Bra`,
    column: 'mood',
    values: [4, 2],
  },
  {
    kind: 'BUDDY_EVENT',
    table: 'buddy_event',
    events: ['buddy.event.logged', 'buddy.event.withdrawn'],
    header: 'event_id;participant_email;buddy_email;event_type;held_at;duration_min;note',
    rows: [
      `E1;${pair};Tur;15.02.2026;52,5;`,
      `E2;${pair};Kaffe;16.02.2026;;`,
      `E3;${pair};Kino;17.02.2026;120;Fin film`,
    ],
    bad: `E4;${pair};;15.02.2026;;`,
    code: 'MISSING_VALUE',
    corrected: `E1;${pair};Tur;15.02.2026;90;`,
    column: 'duration_minutes',
    values: [52.5, 90],
  },
  {
    kind: 'CREDENTIAL',
    table: 'credential',
    events: null,
    header:
      'credential_id;user_email;provider;course_id;course_name;credential_type;issued_at;expires_at;credential_url;verification_code',
    rows: [
      'CR-1;olena@example.org;ecornell;EXEC-101;Ledelse;certificate;15.01.2026;15.01.2029;https://ecornell.example/1;V-1',
      'CR-2;petro@example.org;itslearning;DATA-201;Regneark;badge;16.01.2026;;;',
      'CR-3;petro@example.org;itslearning;DATA-202;;;17.01.2026;;javascript:alert(1);',
    ],
    bad: 'CR-4;petro.example.org;itslearning;DATA-202;;;17.01.2026;;;',
    code: 'BAD_EMAIL',
    corrected:
      'CR-1;olena@example.org;ecornell;EXEC-101;Ledelse;diploma;15.01.2026;15.01.2029;https://ecornell.example/1;V-1',
    column: 'kind',
    values: ['certificate', 'diploma'],
  },
];

const fileOf = (header: string, rows: readonly string[]): string => `\uFEFF${[header, ...rows, ''].join('\r\n')}`;
const [matches] = samples;

let platform: TestStack;
let company: Company;
let admin: Caller;

beforeAll(async () => {
  platform = await startTestStack();
}, 120_000);
afterAll(() => platform.close());

describe.each(samples)('a file of $kind', ({ kind, table, events, header, rows, bad, code, ...sample }) => {
  const file = fileOf(header, [...rows, rows[0], bad]);
  let done: ImportState;
  let correction: ImportState;

  beforeAll(async () => {
    company = await platform.addCompany(kind);
    admin = await platform.administrator(company);
    // What a pair does belongs to a match that is here.
    if (kind.startsWith('BUDDY_') && kind !== 'BUDDY_MATCH') {
      await run(await planFile(admin, fileOf(matches?.header ?? '', [matches?.rows[0] ?? ''])));
    }
  }, 60_000);

  test('is known by its columns, and its dry run stores nothing', async () => {
    const planned = await planFile(admin, file);
    expect(await kindOf(planned.id)).toBe(kind);
    expect(planned.plan).toEqual({ read: 5, created: 3, updated: 0, unchanged: 1, rejected: 1 });
    expect(await rowsIn(table)).toHaveLength(0);
    done = await run(planned);
  });

  test('comes to the same account, and says what is wrong with the row that it leaves out', async () => {
    expect(done.account).toEqual({ read: 5, created: 3, updated: 0, unchanged: 1, rejected: 1 });
    expect(await rowsIn(table)).toHaveLength(3);
    const response = await fetch(`${platform.stack.url}${done.errorFileUrl}`, { headers: admin.headers });
    const lines = (await response.text()).trimEnd().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(code);
    if (events) expect(await told(events[0])).toEqual([false, false, false]);
  });

  test('changes nothing when it comes again', async () => {
    const before = await rowsIn(table);
    const again = await run(await planFile(admin, file));
    expect(again.plan).toEqual(again.account);
    expect(again.account).toEqual({ read: 5, created: 0, updated: 0, unchanged: 4, rejected: 1 });
    expect(await rowsIn(table)).toEqual(before);
  });

  test('is corrected under a new revision, which is told', async () => {
    correction = await run(await planFile(admin, fileOf(header, [sample.corrected, rows[1]])));
    expect(correction.account).toEqual({ read: 2, created: 0, updated: 1, unchanged: 1, rejected: 0 });
    expect(await correctedValue(table, sample.column, done.id)).toEqual(sample.values[1]);
    const { rows: kept } = await platform.sql.query(
      'SELECT revision, before ->> $2 AS value FROM programs.record_revision WHERE company_id = $1',
      [company.id, sample.column],
    );
    expect(kept).toEqual([{ revision: 1, value: String(sample.values[0]) }]);
    if (events) expect(await told(events[0])).toEqual([false, false, false, true]);
  });

  test('has its correction taken back, and then leaves nothing', async () => {
    await undoImport(admin, correction.id);
    await importIn(admin, correction.id, 'UNDONE');
    expect(await correctedValue(table, sample.column, done.id)).toEqual(sample.values[0]);
    await longAfterTheLastImport();
    await undoImport(admin, done.id);
    await importIn(admin, done.id, 'UNDONE');
    await settled(platform.sql);
    expect(await rowsIn(table)).toEqual([]);
    if (events) expect(await told(events[1])).toHaveLength(3);
    const { rows: left } = await platform.sql.query(
      `SELECT 'source' FROM programs.record_source WHERE company_id = $1 AND kind = $2
        UNION ALL SELECT 'person' FROM profile.participant WHERE company_id = $1 AND import_id = $3
        UNION ALL SELECT 'volunteer' FROM profile.volunteer WHERE company_id = $1 AND import_id = $3
        UNION ALL SELECT 'place' FROM programs.enrolment WHERE company_id = $1 AND import_id = $3`,
      [company.id, kind, done.id],
    );
    expect(left).toEqual([]);
  });
});

describe('a file whose columns nobody would know', () => {
  const odd = 'hvem;hvem ellers;naar';
  const rows = ['olena@example.org;kari@firma.example;15.01.2026'];
  const columns = [
    { column: 'hvem', field: 'participantEmail' },
    { column: 'hvem ellers', field: 'buddyEmail' },
    { column: 'naar', field: 'matchedAt' },
  ];

  test('is read as somebody says, and the next with the same columns is read so unasked, in this company alone', async () => {
    company = await platform.addCompany('Odd columns');
    admin = await platform.administrator(company);
    const uploadId = await upload(admin, fileOf(odd, rows));
    const id = await plan(admin, { uploadId, kind: 'BUDDY_MATCH', columns });
    await run({ id });
    expect(await planned(admin, fileOf(odd, [...rows, 'petro@example.org;kari@firma.example;16.01.2026']))).toEqual({
      kind: 'BUDDY_MATCH',
      columns,
    });
    const other = await platform.administrator(await platform.addCompany('Another'));
    expect((await planned(other, fileOf(odd, rows))).columns.map(({ field }) => field)).toEqual([null, null, null]);
  });
});

test('a match stays when its import is taken back while its feedback is here', async () => {
  company = await platform.addCompany('Leaning');
  admin = await platform.administrator(company);
  const match = await run(await planFile(admin, fileOf(matches?.header ?? '', [matches?.rows[0] ?? ''])));
  const feedback = samples.find(({ kind }) => kind === 'BUDDY_FEEDBACK');
  await run(await planFile(admin, fileOf(feedback?.header ?? '', [feedback?.rows[0] ?? ''])));
  await undoImport(admin, match.id);
  await importIn(admin, match.id, 'UNDONE');
  expect(await rowsIn('buddy_match')).toHaveLength(1);
  expect(await rowsIn('buddy_feedback')).toHaveLength(1);
});

async function run({ id }: Pick<ImportState, 'id'>): Promise<ImportState> {
  await startImport(admin, id);
  return importIn(admin, id, 'COMPLETED');
}

/** Whoever another import has just found is not taken away: it may be about to store something of them. */
async function longAfterTheLastImport(): Promise<void> {
  for (const people of ['participant', 'volunteer']) {
    await platform.sql.query(
      `UPDATE profile.${people} SET relied_at = now() - interval '3 minutes' WHERE company_id = $1`,
      [company.id],
    );
  }
}

async function rowsIn(table: string): Promise<unknown[]> {
  const { rows } = await platform.sql.query(
    `SELECT to_jsonb(t) AS row FROM programs.${table} t WHERE company_id = $1 ORDER BY id`,
    [company.id],
  );
  return rows;
}

/** Of the first record that the import made. */
async function correctedValue(table: string, column: string, importId: string): Promise<unknown> {
  const { rows } = await platform.sql.query(
    `SELECT t.${column} AS value FROM programs.${table} t JOIN programs.record_source s ON s.id = t.id
      WHERE t.company_id = $1 AND s.import_id = $2 AND EXISTS (
        SELECT 1 FROM programs.record_source r WHERE r.id = t.id AND r.revision > 1)`,
    [company.id, importId],
  );
  return rows[0]?.value;
}

/** Whether each event of this type was a correction, in order. */
async function told(type: string): Promise<unknown[]> {
  const { rows } = await platform.sql.query<{ correction: unknown }>(
    `SELECT coalesce(e.told -> 'data', o.data) -> 'correction' AS correction
      FROM programs.outbox o CROSS JOIN LATERAL jsonb_array_elements(CASE WHEN o.size > 1 THEN o.data
        ELSE jsonb_build_array(jsonb_build_object('data', o.data)) END) WITH ORDINALITY AS e (told, n)
      WHERE o.company_id = $1 AND o.type = $2 ORDER BY o.txid, o.seq, e.n`,
    [company.id, type],
  );
  return rows.map(({ correction }) => correction);
}

async function kindOf(id: string): Promise<string> {
  const found = await admin.get<{ import: { kind: string } }>('query ($id: ID!) { import(id: $id) { kind } }', { id });
  return found.import.kind;
}

async function upload(caller: Caller, text: string): Promise<string> {
  const answer = (await (await caller.upload(text, { 'x-file-name': 'odd.csv' })).json()) as { uploadId: string };
  return answer.uploadId;
}

async function plan(caller: Caller, input: Record<string, unknown>): Promise<string> {
  const { planImport } = await caller.get<{ planImport: { import: { id: string } } }>(
    'mutation ($input: PlanImportInput!) { planImport(input: $input) { ... on ImportChanged { import { id } } ... on Refused { code } } }',
    { input },
  );
  return planImport.import.id;
}

async function planned(caller: Caller, text: string) {
  const id = await plan(caller, { uploadId: await upload(caller, text) });
  const found = await caller.get<{ import: { kind: string; columns: { column: string; field: string | null }[] } }>(
    'query ($id: ID!) { import(id: $id) { kind columns { column field } } }',
    { id },
  );
  return found.import;
}
