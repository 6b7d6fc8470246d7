import { useEffect, useState } from 'react';
import {
  ImportDetailPageDocument,
  ImportProgressDocument,
  type ImportProgressSubscription,
} from '../generated/graphql.ts';
import { followLive, type LiveState } from '../graph/follow-live.ts';
import { useGraph } from '../graph/graph-context.ts';
import { liveSource } from '../graph/live-source.ts';

type Progress = NonNullable<ImportProgressSubscription['importProgress']>;

/** Follows an import while it moves. Its numbers change through the cache, wherever they are shown. */
export function useLiveImport(id: string, moves: boolean): LiveState {
  const graph = useGraph();
  const [state, setState] = useState<LiveState>({ kind: 'connecting' });

  useEffect(() => {
    if (!moves) return;
    const readAgain = () =>
      graph.client.query({ query: ImportDetailPageDocument, variables: { id }, fetchPolicy: 'network-only' });
    const source = liveSource(graph, {
      document: ImportProgressDocument,
      variables: (after) => ({ id, after }),
      eventOf: (data) => data.importProgress,
      cursorOf: (progress: Progress) => progress.cursor,
    });
    const stop = followLive(source, {
      onState: setState,
      onEvent: () => {},
      // What moved before the subscription stood is read once: a short import may be over by then.
      onConnected: (cursor) => {
        if (cursor === null) void readAgain();
      },
    });
    return () => {
      stop();
      // The end of a run changes more than the event carries: the error file, the plan.
      void readAgain();
    };
  }, [graph, id, moves]);

  return state;
}
