import type { ApolloClient } from '@apollo/client';
import { useEffect, useState } from 'react';
import {
  BoardroomDocument,
  type BoardroomQuery,
  BoardroomUpdatedDocument,
  type BoardroomUpdatedSubscription,
} from '../generated/graphql.ts';
import { useBoardroomQuery } from '../generated/hooks.ts';
import { followLive, type LiveState } from '../graph/follow-live.ts';
import { useGraph } from '../graph/graph-context.ts';
import { liveSource } from '../graph/live-source.ts';
import { pauseBefore } from '../graph/pause-before.ts';
import { keepSnapshot, ownerOf, type Snapshot } from './snapshot.ts';

type Update = NonNullable<BoardroomUpdatedSubscription['metricsUpdated']>;

/**
 * The numbers, first from the snapshot, then from the graph, then kept true by the live link from where the snapshot ended. Without a
 * network they stay as they are, and `live` says since when.
 */
export function useBoardroomNumbers(snapshot: Snapshot | null): BoardroomNumbers {
  const graph = useGraph();
  const [live, setLive] = useState<LiveState>({ kind: 'connecting' });
  const [error, setError] = useState<unknown>();
  const [isAnswered, setIsAnswered] = useState(false);
  const { data } = useBoardroomQuery({ fetchPolicy: 'cache-only' });

  useEffect(() => {
    const { client } = graph;
    let cursor = snapshot?.cursor ?? null;
    let isLive = false;
    let isOver = false;
    let attempts = 0;
    let due: ReturnType<typeof setTimeout> | undefined;
    let keptSoon: ReturnType<typeof setTimeout> | undefined;
    const ask = () => {
      clearTimeout(due);
      void askGraph(client).then((answer) => {
        if (isOver) return;
        setError(answer.error);
        if (answer.data !== null) {
          attempts = 0;
          setIsAnswered(true);
          return keep();
        }
        attempts += 1;
        due = setTimeout(ask, wallPause(attempts));
      });
    };
    const known = () => client.readQuery({ query: BoardroomDocument });
    const keep = () => {
      clearTimeout(keptSoon);
      const data = known();
      if (data !== null) void keepSnapshot({ version: 1, data, trueAt: Date.now(), cursor }).catch(ignore);
    };
    const source = liveSource(graph, {
      document: BoardroomUpdatedDocument,
      variables: (after) => ({ after }),
      eventOf: (answer) => answer.metricsUpdated,
      cursorOf: (update: Update) => update.cursor,
    });
    const stop = followLive<Update>(
      { ...source, pauseBefore: wallPause },
      {
        onState: (state) => {
          isLive = state.kind === 'live';
          setLive(state);
        },
        onEvent: (update) => {
          cursor = update.cursor;
          clearTimeout(keptSoon);
          keptSoon = setTimeout(keep, askAgainAfter);
          const ids = new Set(known()?.metrics?.map(({ id }) => id));
          if (update.metrics.every(({ id }) => ids.has(id))) return;
          clearTimeout(due);
          due = setTimeout(ask, askAgainAfter);
        },
        onConnected: (from) => {
          if (from === null) ask();
        },
      },
      snapshot === null ? {} : { after: snapshot.cursor, since: new Date(snapshot.trueAt) },
    );
    const beat = setInterval(() => isLive && keep(), keptEvery);
    ask();
    return () => {
      isOver = true;
      clearTimeout(due);
      clearTimeout(keptSoon);
      clearInterval(beat);
      stop();
    };
  }, [graph, snapshot]);

  const shown = data as BoardroomQuery | undefined;
  const isNobody = isAnswered && shown !== undefined && ownerOf(shown) === null;
  return { data: shown, live, error, isSignedOut: isNobody };
}

interface BoardroomNumbers {
  readonly data: BoardroomQuery | undefined;
  readonly live: LiveState;
  readonly error: unknown;
  readonly isSignedOut: boolean;
}

async function askGraph(client: ApolloClient): Promise<{ data: BoardroomQuery | null; error: unknown }> {
  try {
    const { data, error } = await client.query({ query: BoardroomDocument, fetchPolicy: 'network-only' });
    return { data: data ?? null, error };
  } catch (error) {
    return { data: null, error };
  }
}

/** 2, 4, 8, 16, then 32 seconds, less chance: nobody stands before a wall and waits. */
const wallPause = (attempt: number): number => pauseBefore(attempt + 1);
/** Milliseconds: an import changes many metrics in a row, and one new answer covers them. */
const askAgainAfter = 400;
/** Milliseconds after which the snapshot says anew until when the numbers were true. */
const keptEvery = 30_000;
/** A browser that keeps nothing (private windows, a full disk) shows the wall all the same. */
const ignore = () => undefined;
