/**
 * Follows a subscription for as long as it is wanted: comes back after every loss, from the cursor of the last event, and says
 * in a word how fresh the page is.
 */
export function followLive<Event>(
  source: LiveSource<Event>,
  listener: LiveListener<Event>,
  { after = null, since = null }: LiveStart = {},
): () => void {
  let cursor = after;
  let attempt = 0;
  let lostAt = since;
  let close = () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;

  const settle = () => listener.onState({ kind: 'live' });
  const connect = () => {
    close = source.open(cursor, {
      connected: () => {
        const missed = lostAt !== null;
        attempt = 0;
        lostAt = null;
        listener.onConnected(cursor);
        if (!missed) return settle();
        listener.onState({ kind: 'catchingUp' });
        timer = setTimeout(settle, quietAfterReturn);
      },
      event: (event) => {
        cursor = source.cursorOf(event);
        listener.onEvent(event);
      },
      lost: () => comeBack(),
      // The server no longer knows the cursor, or could not carry the subscription out: begin anew and read everything again.
      failed: () => {
        cursor = null;
        comeBack();
      },
      refused: () => {
        stop();
        lostAt ??= new Date();
        listener.onState({ kind: 'refused' });
      },
    });
  };
  const comeBack = () => {
    stop();
    lostAt ??= new Date();
    attempt += 1;
    listener.onState({ kind: 'stale', since: lostAt });
    timer = setTimeout(connect, source.pauseBefore(attempt));
  };
  const stop = () => {
    clearTimeout(timer);
    close();
  };
  const now = () => {
    if (lostAt === null) return;
    stop();
    connect();
  };

  listener.onState(lostAt === null ? { kind: 'connecting' } : { kind: 'stale', since: lostAt });
  connect();
  const forget = source.whenWorthTrying(now);
  return () => {
    forget();
    stop();
  };
}

/** Without an event for so long after a return, nothing was missed. */
const quietAfterReturn = 1500;

export type LiveState =
  | { readonly kind: 'connecting' | 'live' | 'catchingUp' | 'refused' }
  | { readonly kind: 'stale'; readonly since: Date };

/** For a page that begins with what it knew before: where that ended, and until when it was true. */
export interface LiveStart {
  readonly after?: string | null;
  readonly since?: Date | null;
}

export interface LiveSource<Event> {
  /** Subscribes after the cursor, or from now on when it is null. Calls nothing back once closed. */
  open(after: string | null, sink: LiveSink<Event>): () => void;
  cursorOf(event: Event): string;
  pauseBefore(attempt: number): number;
  /** Calls back when what stood in the way may be over: the network is back, somebody has signed in again. */
  whenWorthTrying(listener: () => void): () => void;
}

export interface LiveSink<Event> {
  connected(): void;
  event(event: Event): void;
  lost(): void;
  failed(): void;
  refused(): void;
}

export interface LiveListener<Event> {
  onState(state: LiveState): void;
  onEvent(event: Event): void;
  /** With the cursor from which events follow; null when what happened before may have been missed. */
  onConnected(cursor: string | null): void;
}
