import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { BoardroomDocument } from '../generated/graphql.ts';
import { Boardroom } from './boardroom.tsx';
import { readSnapshot, type Snapshot } from './snapshot.ts';

/** Begins with what this browser knew last: it is on the wall before the network has answered. */
export function BoardroomPage() {
  const client = useApolloClient();
  const [snapshot, setSnapshot] = useState<Snapshot | null | undefined>();
  useEffect(() => {
    performance.mark('boardroom-opened');
    readSnapshot()
      .catch(() => null)
      .then((found) => {
        if (found !== null) client.writeQuery({ query: BoardroomDocument, data: found.data });
        setSnapshot(found);
      });
  }, [client]);
  return snapshot === undefined ? null : <Boardroom snapshot={snapshot} />;
}
