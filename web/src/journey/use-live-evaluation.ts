import { useEffect, useRef } from 'react';
import { JourneyProgressDocument, type JourneyProgressSubscription } from '../generated/graphql.ts';
import { followLive } from '../graph/follow-live.ts';
import { useGraph } from '../graph/graph-context.ts';
import { liveSource } from '../graph/live-source.ts';

type Progress = NonNullable<JourneyProgressSubscription['journeyProgress']>;

/** Follows the evaluation of everybody through the cache; `onDone` is called when one is over, and when one may have been missed. */
export function useLiveEvaluation(onDone: () => void): void {
  const graph = useGraph();
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    const source = liveSource(graph, {
      document: JourneyProgressDocument,
      variables: (after) => ({ after }),
      eventOf: (data) => data.journeyProgress,
      cursorOf: (progress: Progress) => progress.cursor,
    });
    return followLive(source, {
      onState: () => {},
      onEvent: ({ evaluation }) => {
        if (evaluation.finishedAt !== null) done.current();
      },
      onConnected: (cursor) => {
        if (cursor === null) done.current();
      },
    });
  }, [graph]);
}
