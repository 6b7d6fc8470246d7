/**
 * The volunteer impact score of a group, 0 to 100. There is no published standard; this one is ours, and versioned:
 *   score = 0.3 H + 0.3 C + 0.4 O
 * H are hours, up to 100 of them a volunteer. C is how steadily they gave time, O what changed for participants.
 */
export function vis1({ hours, sessionsAMonth, improvement }: Vis1Terms): VisParts {
  return partsOf(hoursPoints(hours), steadinessPoints(sessionsAMonth), outcomePoints(improvement));
}

/**
 * `vis-2` differs in what it takes for proof: C is the share of their months in which volunteers were active, and O rests on matched
 * pairs alone, drawn towards the prior while there are few. Without pairs there is no score, which is not a score of 0.
 */
export function vis2({ hours, activeShare, pairs, meanDelta }: Vis2Terms): VisParts | null {
  if (pairs === 0) return null;
  return partsOf(hoursPoints(hours), activeShare * 100, outcomePoints(shrunk(pairs, meanDelta)));
}

/** (n × mean delta + 5 × prior) / (n + 5): five pairs weigh as much as what is believed before there are any. */
export function shrunk(pairs: number, meanDelta: number): number {
  return (pairs * meanDelta + priorWeight * prior) / (pairs + priorWeight);
}

function partsOf(hours: number, steadiness: number, outcome: number): VisParts {
  return { hours, steadiness, outcome, score: 0.3 * hours + 0.3 * steadiness + 0.4 * outcome };
}

function hoursPoints(hours: number): number {
  return Math.min(100, hours);
}

function steadinessPoints(sessionsAMonth: number): number {
  if (sessionsAMonth >= 8) return 100;
  if (sessionsAMonth >= 4) return 75;
  if (sessionsAMonth >= 2) return 50;
  return sessionsAMonth > 0 ? 25 : 0;
}

/** Below a tenth of the scale a change is noise. */
function outcomePoints(improvement: number): number {
  return improvement < 0.1 ? 0 : ((improvement - 0.1) / 0.9) * 100;
}

/** Until pairs say otherwise, nothing has changed. */
const prior = 0;
const priorWeight = 5;

interface Vis1Terms {
  /** Hours a volunteer. */
  readonly hours: number;
  /** Sessions a volunteer and month. */
  readonly sessionsAMonth: number;
  /** Mean change of participants on a scale of 0 to 1. */
  readonly improvement: number;
}

interface Vis2Terms {
  /** Hours a volunteer. */
  readonly hours: number;
  /** Of the months since they began, those in which volunteers gave time, 0 to 1. */
  readonly activeShare: number;
  /** Matched pairs of a baseline and a follow-up. */
  readonly pairs: number;
  /** Mean of follow-up less baseline over the pairs, each on a scale of 0 to 1. */
  readonly meanDelta: number;
}

/** Points of 100 each. */
export interface VisParts {
  readonly hours: number;
  readonly steadiness: number;
  readonly outcome: number;
  readonly score: number;
}
