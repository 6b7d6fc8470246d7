import { useState } from 'react';
import { PreviewJourneyRuleDocument, type PreviewJourneyRuleQuery } from '../generated/graphql.ts';
import { useGraph } from '../graph/graph-context.ts';

type Result = NonNullable<PreviewJourneyRuleQuery['previewJourneyRule']>;

/** Tries a rule's text when asked to. What was said about one text is not shown for another. */
export function usePreview() {
  const { client } = useGraph();
  const [loading, setLoading] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const [tried, setTried] = useState<{ readonly source: string; readonly result: Result } | null>(null);
  const preview = async (source: string): Promise<Result | null> => {
    setLoading(true);
    setError(undefined);
    try {
      const options = {
        query: PreviewJourneyRuleDocument,
        variables: { source },
        fetchPolicy: 'network-only',
      } as const;
      const result = (await client.query(options)).data?.previewJourneyRule ?? null;
      setTried(result && { source, result });
      return result;
    } catch (failure) {
      setError(failure);
      return null;
    } finally {
      setLoading(false);
    }
  };
  return { preview, loading, error, tried };
}
