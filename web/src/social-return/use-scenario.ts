import { useEffect, useState } from 'react';
import { SroiScenarioDocument, type SroiScenarioQuery } from '../generated/graphql.ts';
import { useGraph } from '../graph/graph-context.ts';
import { type AccountDraft, inputOf } from './account-draft.ts';

export type Scenario = NonNullable<SroiScenarioQuery['sroiScenario']>;

/** What would come out of the draft, asked again whenever it rests for a moment. The last answer stays until the next is there. */
export function useScenario(draft: AccountDraft) {
  const { client } = useGraph();
  const [answer, setAnswer] = useState<{ readonly scenario: Scenario | null; readonly error?: unknown }>({
    scenario: null,
  });
  const asked = JSON.stringify(inputOf(draft));

  useEffect(() => {
    const account = JSON.parse(asked);
    if (account === null) return;
    let over = false;
    const timer = setTimeout(async () => {
      const { data, error } = await client.query({
        query: SroiScenarioDocument,
        variables: { account },
        fetchPolicy: 'network-only',
      });
      if (over) return;
      setAnswer((known) => ({ scenario: data?.sroiScenario ?? known.scenario, error }));
    }, rest);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [client, asked]);

  return { ...answer, complete: asked !== 'null' };
}

/** Milliseconds without a key pressed. */
const rest = 250;
