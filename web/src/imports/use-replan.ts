import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { ImportDetailFragment, RecordKind } from '../generated/graphql.ts';
import { usePlanImportMutation } from '../generated/hooks.ts';
import type { Refusal } from '../states/refusal-note.tsx';
import { type ColumnChoice, withColumnReadAs } from './column-choice.ts';

/** How a planned file is read, and the way to have it read otherwise: each choice checks the file anew. */
export function useReplan(plan: ImportDetailFragment) {
  const navigate = useNavigate();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [planAgain, { loading, error }] = usePlanImportMutation();
  const [wanted, setWanted] = useState<Choice | null>(null);
  const newest = useRef<Choice>(null);
  const { upload } = plan;
  const kind = wanted?.kind ?? plan.kind;
  const columns = wanted?.columns ?? plan.columns;

  const choose = async (choice: Choice) => {
    if (upload === null) return;
    setRefusal(null);
    setWanted(choice);
    newest.current = choice;
    const { data } = await planAgain({ variables: { input: { uploadId: upload.id, ...choice } } });
    // An answer to an older choice is passed over: a newer one is on its way.
    if (newest.current !== choice) return;
    setWanted(null);
    const planned = data?.planImport;
    if (planned?.__typename === 'Refused') return setRefusal(planned);
    if (planned && planned.import.id !== plan.id) await navigate(`/imports/${planned.import.id}`, { replace: true });
  };

  return {
    kind,
    columns,
    refusal,
    loading,
    error,
    takeFor: (chosen: RecordKind) => void choose({ kind: chosen }),
    readAs: (column: string, field: string | null) =>
      void choose({ kind, columns: withColumnReadAs(columns, column, field) }),
  };
}

/** Without columns they are matched anew: another kind has other fields. */
interface Choice {
  readonly kind: RecordKind;
  readonly columns?: ColumnChoice[];
}
