import { newId } from '@teei/runtime/id';
import { subgraphNames } from '@teei/runtime/subgraph-names';
import { type GraphQLSchema, getNamedType, isEnumType, isObjectType } from 'graphql';
import type pg from 'pg';

/** A company with one row in every tenant table and a canary in every text of them. */
export interface FilledCompany {
  readonly id: string;
  /** Of the company's row in each table that has ids, by "schema.table". */
  readonly ids: ReadonlyMap<string, string>;
  /** Where each canary stands, as "schema.table.column". */
  readonly canaries: ReadonlyMap<string, string>;
}

/**
 * Makes a company and fills every table that has a `company_id`, whatever tables there are. Where a column takes only
 * certain texts (a check constraint, or an enum of the field that shows it) it gets the first of them; every other text
 * is a canary that occurs nowhere else.
 */
export async function fillCompany(sql: pg.Pool, graph: GraphQLSchema, tag: string): Promise<FilledCompany> {
  return addRows(sql, graph, tag, newId());
}

/** One more row in every table of the company, each pointing to its like; tables that hold one row for a company keep it. */
export async function addRows(
  sql: pg.Pool,
  graph: GraphQLSchema,
  tag: string,
  companyId: string,
): Promise<FilledCompany> {
  const tables = await tenantTables(sql);
  const company: Filling = { id: companyId, tag, graph, ids: new Map(), canaries: new Map() };
  const withIds = tables.filter(({ columns }) => columns.some(({ name }) => name === 'id'));
  for (const { name } of withIds) company.ids.set(name, name === 'profile.company' ? companyId : newId());
  for (const table of tables) await insertRow(sql, table, company);
  // With an owner it would be a demo, and a demo alone opens for nobody.
  await sql.query('UPDATE profile.company SET demo_of = NULL WHERE id = $1', [companyId]);
  company.canaries.delete('profile.company.demo_of');
  return company;
}

/** A hash over all rows of the company in all tenant tables. */
export async function fingerprintOf(sql: pg.Pool, companyId: string): Promise<Record<string, string>> {
  const prints: Record<string, string> = {};
  for (const { name } of await tenantTables(sql)) {
    const key = name === 'profile.company' ? 'id' : 'company_id';
    const { rows } = await sql.query<{ print: string }>(
      `SELECT md5(coalesce(string_agg(t::text, ',' ORDER BY t::text), '')) AS print FROM ${name} t WHERE ${key} = $1`,
      [companyId],
    );
    prints[name] = rows[0]?.print ?? '';
  }
  return prints;
}

interface Filling extends FilledCompany {
  readonly tag: string;
  readonly graph: GraphQLSchema;
  readonly ids: Map<string, string>;
  readonly canaries: Map<string, string>;
}

interface Table {
  /** schema.table */
  readonly name: string;
  readonly columns: readonly Column[];
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly hasDefault: boolean;
  /** "schema.table" that a foreign key points to with this column. */
  readonly refersTo: string | null;
  /** What a check constraint on this column alone says. */
  readonly check: string | null;
}

/** In an order in which rows can be inserted: what is pointed to comes first. */
async function tenantTables(sql: pg.Pool): Promise<Table[]> {
  const { rows } = await sql.query<Column & { table: string }>(
    `SELECT c.table_schema || '.' || c.table_name AS "table", c.column_name AS name, c.udt_name AS type,
        c.column_default IS NOT NULL AS "hasDefault",
        (SELECT k.confrelid::regclass::text FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)
          WHERE k.contype = 'f' AND k.conrelid = format('%I.%I', c.table_schema, c.table_name)::regclass
            AND a.attname = c.column_name AND (a.attname <> 'company_id' OR cardinality(k.conkey) = 1) LIMIT 1) AS "refersTo",
        (SELECT pg_get_constraintdef(k.oid) FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
          WHERE k.contype = 'c' AND cardinality(k.conkey) = 1 AND a.attname = c.column_name
            AND k.conrelid = format('%I.%I', c.table_schema, c.table_name)::regclass LIMIT 1) AS check
      FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE t.table_type = 'BASE TABLE' AND c.table_schema = ANY ($1) AND (
        (c.table_schema, c.table_name) = ('profile', 'company') OR EXISTS (
          SELECT FROM information_schema.columns o WHERE o.table_schema = c.table_schema AND o.table_name = c.table_name
            AND o.column_name = 'company_id'))
      ORDER BY c.table_schema, c.table_name, c.ordinal_position`,
    [[...subgraphNames, 'identity']],
  );
  const tables = new Map<string, Column[]>();
  for (const { table, ...column } of rows) tables.set(table, [...(tables.get(table) ?? []), column]);
  return inOrder([...tables].map(([name, columns]) => ({ name, columns })));
}

function inOrder(tables: readonly Table[]): Table[] {
  const sorted: Table[] = [];
  let waiting = [...tables];
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ name }) => name));
    const isReady = ({ name, columns }: Table): boolean =>
      columns.every(({ refersTo }) => !refersTo || refersTo === name || !names.has(bare(refersTo)));
    const ready = waiting.filter(isReady);
    if (ready.length === 0) throw new Error(`the tables point at each other in a ring: ${[...names].join(', ')}`);
    sorted.push(...ready);
    waiting = waiting.filter((table) => !ready.includes(table));
  }
  return sorted;
}

async function insertRow(sql: pg.Pool, table: Table, company: Filling): Promise<void> {
  const given = table.columns.flatMap((column) => {
    const value = cellOf(table.name, column, company);
    return value === undefined ? [] : [{ name: column.name, value }];
  });
  const names = given.map(({ name }) => `"${name}"`).join(', ');
  const places = given.map((_, index) => `$${index + 1}`).join(', ');
  await sql.query(
    `INSERT INTO ${table.name} (${names}) VALUES (${places}) ON CONFLICT DO NOTHING`,
    given.map(({ value }) => value),
  );
}

/** Undefined leaves the column to its default. */
function cellOf(table: string, column: Column, company: Filling): unknown {
  const { name, type, hasDefault } = column;
  if (name === 'company_id') return company.id;
  if (leftEmpty.has(`${table}.${name}`)) return undefined;
  if (type === 'uuid') return idFor(table, column, company);
  if (type === 'text' || type === 'varchar')
    return allowedText(table, column, company.graph) ?? canary(table, name, company);
  if (type === '_text') return [canary(table, name, company)];
  if (type === 'jsonb') return JSON.stringify(json(table, name, canary(table, name, company)));
  return hasDefault ? undefined : (special[`${table}.${name}`] ?? plainValues[type]);
}

const special: Record<string, unknown> = {
  // What is due is worked on; rows that a test looks at must stay as they are.
  'profile.journey_due.at': '2126-02-03T10:00:00Z',
  // Within its bounds.
  'programs.word_retention.days': 60,
};

/** A metric of the whole company is in more lists than that of a programme. */
const leftEmpty = new Set(['outcomes.metric.programme_id']);

const plainValues: Record<string, unknown> = {
  int4: 1,
  int8: 1,
  float8: 1,
  numeric: 1,
  bool: true,
  date: '2026-02-01',
  timestamptz: '2026-02-03T10:00:00Z',
};

function idFor(table: string, { name, refersTo }: Column, { ids }: Filling): string {
  if (name === 'id') return ids.get(table) ?? newId();
  if (refersTo) return ids.get(bare(refersTo)) ?? newId();
  // What points into another subgraph has no foreign key; its name says what it is.
  const role = name.replace(/_id$/, '');
  const wanted = role === 'author' ? 'member' : role;
  const named = [...ids].find(([other]) => other.endsWith(`.${wanted}`));
  return named?.[1] ?? newId();
}

function canary(table: string, column: string, { tag, canaries }: Filling): string {
  const text = `canary-${tag}-${table}.${column}`;
  canaries.set(text, `${table}.${column}`);
  return text;
}

function allowedText(table: string, { name, check }: Column, graph: GraphQLSchema): string | undefined {
  const checked = /'([^']+)'::text/.exec(check ?? '')?.[1];
  if (checked !== undefined) return checked;
  const type = graph.getType(pascalCase(table.split('.')[1] ?? ''));
  const field = isObjectType(type) ? type.getFields()[camelCase(name)] : undefined;
  const shown = field && getNamedType(field.type);
  return isEnumType(shown) ? shown.getValues()[0]?.name : undefined;
}

/** Documents that a resolver takes apart have their shape; any other is an object with the canary in it. */
function json(table: string, column: string, text: string): unknown {
  switch (`${table}.${column}`) {
    case 'programs.import.columns':
      return [{ column: text, field: text }];
    case 'programs.import.preview':
      return [[text]];
    case 'programs.import.dialect':
      return { encoding: text, delimiter: text, decimalComma: true, dateFormat: text, bomBytes: 0, columns: [] };
    case 'programs.import.plan':
      return { read: 0, created: 0, updated: 0, unchanged: 0, rejected: 0, text };
    case 'programs.webhook_delivery.history':
      return [{ at: '2026-02-03T10:00:00.000Z', code: text, reason: text }];
    case 'outcomes.metric.inputs':
      return [{ name: text, value: 1 }];
    case 'outcomes.metric.contributions':
      return [{ name: text, value: 1, formula: text, source: text }];
    case 'outcomes.model_evaluation.figures':
      return {
        languages: [{ language: text, texts: 0, figures: [], calibration: [], ece: null }],
        confusion: [],
        parity: null,
      };
    case 'outcomes.model_drift.bins':
      return [{ name: text, reference: 0.5, current: 0.5 }];
    case 'outcomes.model_evaluation.judgements':
    case 'outcomes.model_evaluation.thresholds':
      return [];
    case 'outcomes.model_version.thresholds':
    case 'outcomes.model_override.thresholds':
      return { confidence: 0.6, belonging: 0.6, lang_level_proxy: 0.6, job_readiness: 0.6 };
    case 'outcomes.sroi_account.outcomes':
    case 'outcomes.sroi_account_revision.outcomes':
      return [sroiOutcome(text)];
    case 'profile.participant_fact.data':
      return [{ kind: text }];
    case 'profile.journey_rule.definition':
      return {
        ...{ name: 'canary', title: text, description: text },
        when: { count: { of: { event: 'session' }, atLeast: 99 } },
        do: [{ set: 'canary' }],
      };
    case 'programs.credential.checks':
      return [{ check: 'SHAPE', outcome: 'PASSED', detail: text }];
    case 'programs.provider_connection.settings':
      return { tokenUrl: text, clientId: text, recordsPath: text };
    default:
      return { text };
  }
}

function sroiOutcome(text: string): object {
  return {
    ...{ title: text, dimension: null, quantity: 1, quantitySource: text, assumptionsSource: text },
    ...{ proxyId: newId(), proxyRevision: 1, proxyName: text, proxyValue: 1, proxyYear: 2026, proxySource: text },
    ...{ deadweight: 0, displacement: 0, attributionToOthers: 0, dropOff: 0, years: 1 },
  };
}

/** regclass quotes names that need it, such as "import". */
function bare(name: string): string {
  return name.replaceAll('"', '');
}

function camelCase(name: string): string {
  return name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}

function pascalCase(name: string): string {
  return camelCase(`_${name}`);
}
