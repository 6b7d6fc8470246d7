import { useState } from 'react';
import type { HoursRowFragment } from '../generated/graphql.ts';
import { useApproveHoursMutation } from '../generated/hooks.ts';
import type { Refusal } from '../states/refusal-note.tsx';

/** Entries that were chosen to be approved together, as they were seen. */
export function useApproval(rows: readonly HoursRowFragment[], onApproved: () => void) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [done, setDone] = useState(0);
  const [send, { loading, error }] = useApproveHoursMutation();
  const approve = async () => {
    setRefusal(null);
    setDone(0);
    const activities = rows.filter(({ id }) => chosen.has(id)).map(({ id, revision }) => ({ id, revision }));
    const answer = (await send({ variables: { activities } })).data?.approveVolunteerHours;
    if (answer?.__typename === 'Refused') setRefusal(answer);
    if (answer?.__typename === 'VolunteerHoursSaved') {
      setChosen(new Set());
      setDone(answer.activities.length);
    }
    onApproved();
  };
  return { chosen, choose: setChosen, approve, refusal, done, busy: loading, error } as const;
}
