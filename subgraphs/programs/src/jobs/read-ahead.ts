import { setImmediate as turn } from 'node:timers/promises';

/**
 * Hands on what `source` gives as `prepare` makes it, and prepares the next while the one before is worked on. At most two
 * are held at a time.
 */
export async function* readAhead<Item, Prepared>(
  source: AsyncGenerator<Item>,
  prepare: (item: Item) => Promise<Prepared>,
): AsyncGenerator<Prepared> {
  const take = async (): Promise<{ readonly prepared: Prepared } | undefined> => {
    // Whoever was handed the one before gives it to the database first, which then works while this is prepared.
    await turn();
    const { done, value } = await source.next();
    return done ? undefined : { prepared: await prepare(value) };
  };
  let next = take();
  try {
    for (let current = await next; current; current = await next) {
      next = take();
      // A failure is met where the result is awaited; until then it must not count as one that nobody handles.
      next.catch(() => undefined);
      yield current.prepared;
    }
  } finally {
    await next.catch(() => undefined);
    await source.return(undefined);
  }
}
