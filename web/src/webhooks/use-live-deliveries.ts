import { useEffect, useRef, useState } from 'react';
import { WebhookActivityDocument, type WebhookActivitySubscription } from '../generated/graphql.ts';
import { followLive, type LiveState } from '../graph/follow-live.ts';
import { useGraph } from '../graph/graph-context.ts';
import { liveSource } from '../graph/live-source.ts';

type Activity = NonNullable<WebhookActivitySubscription['webhookDeliveries']>;

/** Follows the delivery log. Known deliveries change through the cache; `onMoved` is called when the list itself may have. */
export function useLiveDeliveries(onMoved: () => void): LiveState {
  const graph = useGraph();
  const [state, setState] = useState<LiveState>({ kind: 'connecting' });
  const page = useRef(onMoved);
  page.current = onMoved;

  useEffect(() => {
    let due: ReturnType<typeof setTimeout> | undefined;
    const askAgain = () => {
      due ??= setTimeout(() => {
        due = undefined;
        page.current();
      }, askAgainAfter);
    };
    const source = liveSource(graph, {
      document: WebhookActivityDocument,
      variables: (after) => ({ after }),
      eventOf: (data) => data.webhookDeliveries,
      cursorOf: (activity: Activity) => activity.cursor,
    });
    const stop = followLive(source, {
      onState: setState,
      onEvent: askAgain,
      onConnected: (cursor) => {
        if (cursor === null) askAgain();
      },
    });
    return () => {
      clearTimeout(due);
      stop();
    };
  }, [graph]);

  return state;
}

/** Milliseconds: hundreds may come in a second, and one new answer covers them. */
const askAgainAfter = 700;
