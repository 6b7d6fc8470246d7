import { createHash } from 'node:crypto';
import type { AskedAnswer } from './survey-rules.ts';

export interface AskedResponse {
  readonly surveyId: string;
  readonly participantId: string;
  readonly answeredAt: Date;
  readonly answers: readonly AskedAnswer[];
}

/** SHA-256 over what was answered, hexadecimal; the order of the answers does not matter. */
export function responseHash({ surveyId, participantId, answeredAt, answers }: AskedResponse): string {
  const sorted = answers.map(({ questionId, value }) => `${questionId} ${value}`).sort();
  const content = JSON.stringify([surveyId, participantId, answeredAt.toISOString(), sorted]);
  return createHash('sha256').update(content).digest('hex');
}
