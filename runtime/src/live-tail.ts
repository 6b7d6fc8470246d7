import type { PlatformEvent } from './define-event.ts';
import type { Logger } from './log.ts';
import { createLoop } from './loop.ts';
import type { OutboxSchema } from './outbox.ts';
import { isAfter, type OutboxPosition, type OutboxReader, type OutboxRow, positionWithin } from './outbox-reader.ts';
import { PlatformError } from './platform-error.ts';
import type { WakeUps } from './wake-ups.ts';

export interface LiveEvent {
  /** Hand it back as `after` to go on behind this event. */
  readonly cursor: string;
  readonly event: PlatformEvent;
}

export interface LiveFilter {
  readonly companyId: string;
  readonly types: readonly string[];
  readonly subject?: string;
  /** A cursor from an earlier event; without it the stream starts now. */
  readonly after?: string | null;
  /**
   * For state: a reader that is slow gets only the newest of the events that share a key.
   * Without it every event arrives once, in order, however slow the reader is.
   */
  readonly newestOf?: (event: PlatformEvent) => string;
}

/**
 * The live end of an outbox. It is read once for all subscribers; a subscriber that comes with a cursor, or falls behind,
 * reads its own rows from the table until it has caught up. So nothing is skipped or doubled and no buffer grows.
 */
export interface LiveTail {
  subscribe(filter: LiveFilter): LiveEvents;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface LiveEvents extends AsyncIterableIterator<LiveEvent> {
  /** Rejects when events after the cursor are no longer there, so that a reader is told and not led past them. */
  readonly begun: Promise<void>;
}

const pageSize = 500;
/** A live subscriber that leaves more than this unread goes back to reading from the table. */
const bufferLimit = 256;

export function createLiveTail(options: {
  readonly outbox: OutboxSchema;
  readonly reader: OutboxReader;
  readonly wakeUps: WakeUps;
  readonly log: Logger;
}): LiveTail {
  const { reader } = options;
  const subscribers = new Map<string, Set<Subscriber>>();
  let position: OutboxPosition = { txid: 0, seq: 0 };
  const step = async (): Promise<boolean> => {
    const head = await reader.head();
    const types = wantedTypes(subscribers);
    const rows = types.length === 0 ? [] : await reader.after(position, pageSize, { types });
    // Whoever came meanwhile and wants something else starts at the position as it was, and must not be passed over.
    if (wantedTypes(subscribers).some((type) => !types.includes(type))) return true;
    for (const row of rows) {
      position = row.position;
      for (const subscriber of subscribers.get(row.companyId) ?? [])
        for (const each of eventsOf(row)) subscriber.offer(each);
    }
    // Up to `head` there is nothing that anybody wants, so it need not be read over again.
    if (rows.length === 0 && isAfter(head, position)) position = head;
    return rows.length > 0;
  };
  const loop = createLoop(`live ${options.outbox}`, step, options.log);
  const off = options.wakeUps.on(options.outbox, loop.wake);
  return {
    start: async () => {
      position = await reader.head();
      loop.start();
    },
    subscribe: (filter) => {
      const from = filter.after ? parseCursor(filter.after) : position;
      const ofCompany = subscribers.get(filter.companyId) ?? new Set<Subscriber>();
      subscribers.set(filter.companyId, ofCompany);
      const subscriber = new Subscriber(filter, from, !filter.after, reader, () => {
        ofCompany.delete(subscriber);
        if (ofCompany.size === 0) subscribers.delete(filter.companyId);
      });
      ofCompany.add(subscriber);
      return subscriber;
    },
    stop: async () => {
      off();
      await loop.stop();
      for (const ofCompany of subscribers.values()) for (const subscriber of ofCompany) void subscriber.return();
    },
  };
}

function wantedTypes(subscribers: ReadonlyMap<string, ReadonlySet<Subscriber>>): string[] {
  const types = new Set<string>();
  for (const ofCompany of subscribers.values())
    for (const each of ofCompany) for (const type of each.types) types.add(type);
  return [...types];
}

interface PlacedEvent {
  readonly position: OutboxPosition;
  readonly event: PlatformEvent;
}

function eventsOf(row: OutboxRow): PlacedEvent[] {
  return row.events.map((event, n) => ({ event, position: positionWithin(row, n) }));
}

class Subscriber implements LiveEvents {
  readonly begun: Promise<void>;
  readonly #filter: LiveFilter;
  readonly types: ReadonlySet<string>;
  readonly #reader: OutboxReader;
  readonly #leave: () => void;
  /** Everything at or before this was handed out or does not concern this subscriber. */
  #read: OutboxPosition;
  #live: boolean;
  /** What comes next: from the tail while live, a page of the table while catching up. */
  #buffer: PlacedEvent[] = [];
  /** What the tail offered since the last read of the table began; undefined when it was too much to keep. */
  #offered: PlacedEvent[] | undefined = [];
  #wakeUp: (() => void) | undefined;
  #done = false;

  constructor(filter: LiveFilter, from: OutboxPosition, live: boolean, reader: OutboxReader, leave: () => void) {
    this.#filter = filter;
    this.types = new Set(filter.types);
    this.#read = from;
    this.#live = live;
    this.#reader = reader;
    this.#leave = leave;
    this.begun = live ? Promise.resolve() : this.#mustKnow(from);
    // Whoever reads without asking first is told by the first read.
    this.begun.catch(() => this.return());
  }

  offer(row: PlacedEvent): void {
    if (!this.#wants(row)) return;
    if (!this.#live) {
      this.#offered?.push(row);
      if (this.#offered && this.#offered.length > bufferLimit) this.#offered = undefined;
      return;
    }
    this.#buffer = this.#newest([...this.#buffer, row]);
    if (this.#buffer.length > bufferLimit) {
      this.#buffer = [];
      this.#live = false;
    }
    this.#wakeUp?.();
  }

  async next(): Promise<IteratorResult<LiveEvent>> {
    while (!this.#done) {
      const row = this.#buffer.shift();
      if (row) {
        this.#read = row.position;
        return { done: false, value: { cursor: cursorOf(row.position), event: row.event } };
      }
      if (this.#live) await this.#untilOffered();
      else await this.#catchUp();
    }
    return { done: true, value: undefined };
  }

  async return(): Promise<IteratorResult<LiveEvent>> {
    this.#done = true;
    this.#leave();
    this.#wakeUp?.();
    return { done: true, value: undefined };
  }

  async throw(error: unknown): Promise<IteratorResult<LiveEvent>> {
    await this.return();
    throw error;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Reads the next page. When there is none, whatever the tail offered since the read began is what comes next. */
  async #catchUp(): Promise<void> {
    this.#offered = [];
    const { companyId, types } = this.#filter;
    const from = this.#read;
    const rows = await this.#reader.after(from, pageSize, { companyId, types });
    // Asked after the rows: what was cleared before they were read is seen.
    await this.#mustKnow(from);
    const last = rows.at(-1);
    if (last) {
      this.#buffer = this.#newest(rows.flatMap(eventsOf).filter((each) => this.#wants(each)));
      if (this.#buffer.length === 0) this.#read = last.position;
    } else if (this.#offered) {
      this.#buffer = this.#newest(this.#offered);
      this.#live = true;
    }
  }

  async #mustKnow(position: OutboxPosition): Promise<void> {
    if (!isAfter(await this.#reader.horizon(), position)) return;
    throw new PlatformError(
      'CURSOR_EXPIRED',
      'What happened after this cursor is no longer kept.',
      'Read the present state, then subscribe without a cursor.',
    );
  }

  #wants({ event, position }: PlacedEvent): boolean {
    const { companyId, subject } = this.#filter;
    if (event.companyId !== companyId || !this.types.has(event.type)) return false;
    return (subject === undefined || event.subject === subject) && isAfter(position, this.#read);
  }

  /** For state, of the rows that share a key only the last is left. */
  #newest(rows: PlacedEvent[]): PlacedEvent[] {
    const { newestOf } = this.#filter;
    if (!newestOf) return rows;
    const byKey = new Map<string, PlacedEvent>();
    for (const row of rows) {
      byKey.delete(newestOf(row.event));
      byKey.set(newestOf(row.event), row);
    }
    return [...byKey.values()];
  }

  #untilOffered(): Promise<void> {
    return new Promise((resolve) => {
      this.#wakeUp = () => {
        this.#wakeUp = undefined;
        resolve();
      };
    });
  }
}

export function cursorOf({ txid, seq, within }: OutboxPosition): string {
  return Buffer.from(within === undefined ? `${txid}.${seq}` : `${txid}.${seq}.${within}`).toString('base64url');
}

function parseCursor(cursor: string): OutboxPosition {
  const match = /^(\d{1,15})\.(\d{1,16})(?:\.(\d{1,9}))?$/.exec(Buffer.from(cursor, 'base64url').toString());
  if (!match) {
    throw new PlatformError(
      'CURSOR_INVALID',
      'This cursor was not given out by this field.',
      'Use a cursor of an earlier event, or none.',
    );
  }
  const position = { txid: Number(match[1]), seq: Number(match[2]) };
  return match[3] === undefined ? position : { ...position, within: Number(match[3]) };
}
