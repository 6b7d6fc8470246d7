import type { Outbox } from '@teei/runtime/outbox';
import { type Refused, refused } from '@teei/runtime/refusal';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { LearningRecord, RejectedRecord } from '../domain/learning/learning-record.ts';
import { readStatement } from '../domain/learning/read-statement.ts';
import type { ParticipantFinder } from '../domain/person-clue.ts';
import type { ImportAccountRow } from '../rows/import.ts';
import { matchRecords, storeLearningRecords } from './store-learning-records.ts';

const mostStatements = 1_000;
/** The source of statements that were handed in; those of a connection have the connection's id. */
const source = 'statements';

export interface StatementPorts {
  readonly people: ParticipantFinder;
  readonly outbox: Outbox;
  /** Runs work in a transaction of the company. */
  readonly inTransaction: <T>(work: (tx: TenantTransaction) => Promise<T>) => Promise<T>;
}

/** Reads xAPI statements that were handed in: one, or a list. */
export async function submitStatements(
  companyId: string,
  text: string,
  { people, outbox, inTransaction }: StatementPorts,
): Promise<ImportAccountRow | Refused> {
  const statements = statementsIn(text);
  if (!statements)
    return refused(
      'STATEMENTS_NOT_JSON',
      'This is no JSON of statements.',
      'Send one xAPI statement, or a list of them.',
    );
  if (statements.length > mostStatements) {
    return refused(
      'STATEMENTS_TOO_MANY',
      `These are more than ${mostStatements} statements.`,
      'Send them in several calls.',
    );
  }
  const read = statements.map(readStatement);
  const useful = read.filter((each): each is LearningRecord | RejectedRecord => each !== undefined);
  const matched = await matchRecords(people, companyId, useful, read.length - useful.length);
  return inTransaction((tx) => storeLearningRecords(tx, outbox, source, matched));
}

function statementsIn(text: string): unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value)) return value;
    return typeof value === 'object' && value !== null ? [value] : undefined;
  } catch {
    return undefined;
  }
}
