import type { LiveEvent, LiveEvents } from './live-tail.ts';

/** Shapes live events as the root value of a subscription field. Refuses at once a cursor that has expired. */
export async function mapLive<Root>(
  source: LiveEvents,
  shape: (live: LiveEvent) => Root,
): Promise<AsyncIterableIterator<Root>> {
  await source.begun;
  const roots: AsyncIterableIterator<Root> = {
    next: async () => {
      const { done, value } = await source.next();
      return done ? { done: true, value: undefined } : { done: false, value: shape(value) };
    },
    return: async () => {
      await source.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
  return roots;
}
