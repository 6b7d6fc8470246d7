import type { LiveEvent } from './live-tail.ts';

/** Shapes live events as the root value of a subscription field. */
export function mapLive<Root>(
  source: AsyncIterableIterator<LiveEvent>,
  shape: (live: LiveEvent) => Root,
): AsyncIterableIterator<Root> {
  return {
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
}
