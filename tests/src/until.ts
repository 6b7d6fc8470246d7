import { setTimeout as pause } from 'node:timers/promises';

/** Asks again until there is an answer; throws, with what is being waited for, when there is none in time. */
export async function until<Answer>(
  what: string,
  ask: () => Promise<Answer | undefined | false> | Answer | undefined | false,
  seconds = 120,
): Promise<Answer> {
  const end = Date.now() + seconds * 1000;
  while (true) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`after ${seconds} s still no ${what}`);
    await pause(50);
  }
}
