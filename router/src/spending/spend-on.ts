import type { AdmittedOperation, AnsweringParts, Asker } from '../asker.ts';
import type { WrittenAnswer } from '../execute/answer.ts';
import type { OperationRequest } from '../operation/operation-request.ts';
import { Refusal } from '../refusal.ts';

/** What an operation cost whoever wrote it. */
export interface Charge {
  readonly units: number;
  readonly today: number;
  readonly daily: number;
}

/**
 * Charges an operation that a member wrote to the company's day. What is registered costs nothing, nor does the schema; keys and services can
 * ask only for what is registered. Throws `Refusal` where the day's units do not suffice.
 */
export async function spendOn(
  request: OperationRequest,
  { permitted, variables }: AdmittedOperation,
  { viewer }: Asker,
  { spending, persisted }: AnsweringParts,
): Promise<Charge | undefined> {
  if (!spending || viewer.kind !== 'member' || !persisted.isOwnText(request)) return undefined;
  const units = Math.ceil(permitted.prepared.cost(variables));
  if (units === 0) return undefined;
  const { isRefused, today } = await spending.spend(viewer, units);
  const { daily } = spending;
  if (!isRefused) return { units, today, daily };
  throw new Refusal(
    'QUERY_BUDGET_SPENT',
    `The operation costs ${units} units; ${today} of the ${daily} of today are spent`,
    units > daily ? undefined : secondsToMidnight(),
  );
}

/** The answer, which says what it cost. */
export function withCharge(answer: WrittenAnswer, charge: Charge | undefined): WrittenAnswer {
  if (charge === undefined) return answer;
  const { units, today, daily } = charge;
  const extensions = JSON.stringify({ cost: { units, spentToday: today, unitsPerDay: daily } });
  return { ...answer, json: `${answer.json.slice(0, -1)},"extensions":${extensions}}` };
}

/** In UTC, from 1. */
function secondsToMidnight(): number {
  const day = 86_400;
  return day - (Math.floor(Date.now() / 1000) % day);
}
