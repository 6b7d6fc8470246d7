import { useEffect, useRef, useState } from 'react';
import { MetricsUpdatedDocument, type MetricsUpdatedSubscription } from '../generated/graphql.ts';
import { followLive, type LiveState } from '../graph/follow-live.ts';
import { useGraph } from '../graph/graph-context.ts';
import { liveSource } from '../graph/live-source.ts';

type MetricsUpdate = NonNullable<MetricsUpdatedSubscription['metricsUpdated']>;

/**
 * Keeps the metrics of the page true. Known metrics change through the cache; `onUnknown` is called when a metric appears that
 * the page has not asked for yet (a new month), or when updates may have been missed.
 */
export function useLiveMetrics({ known, onUnknown }: LiveMetrics): LiveState {
  const graph = useGraph();
  const [state, setState] = useState<LiveState>({ kind: 'connecting' });
  const page = useRef({ known, onUnknown });
  page.current = { known, onUnknown };

  useEffect(() => {
    let due: ReturnType<typeof setTimeout> | undefined;
    const askAgain = () => {
      clearTimeout(due);
      due = setTimeout(() => page.current.onUnknown(), askAgainAfter);
    };
    const source = liveSource(graph, {
      document: MetricsUpdatedDocument,
      variables: (after) => ({ after }),
      eventOf: (data) => data.metricsUpdated,
      cursorOf: (update: MetricsUpdate) => update.cursor,
    });
    const stop = followLive(source, {
      onState: setState,
      onEvent: ({ metrics }) => {
        if (metrics.some(({ id }) => !page.current.known.has(id))) askAgain();
      },
      // Without a cursor, what changed between the page's answer and now is known to nobody but the server.
      onConnected: (cursor) => {
        if (cursor === null && page.current.known.size > 0) askAgain();
      },
    });
    return () => {
      clearTimeout(due);
      stop();
    };
  }, [graph]);

  return state;
}

/** Milliseconds: an import changes many metrics in a row, and one new answer covers them. */
const askAgainAfter = 400;

interface LiveMetrics {
  readonly known: ReadonlySet<string>;
  readonly onUnknown: () => void;
}
