import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../controls/button.tsx';
import { usePlanImportMutation } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';

/** A way back to the columns of a file that was imported already. What is stored changes when the new plan is run, not before. */
export function useImportAgain() {
  const [plan, planning] = usePlanImportMutation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const navigate = useNavigate();
  const again = async (uploadId: string) => {
    setRefusal(null);
    const { data } = await plan({ variables: { input: { uploadId } } });
    const planned = data?.planImport;
    if (planned?.__typename === 'Refused') return setRefusal(planned);
    if (planned) await navigate(`/imports/${planned.import.id}`);
  };
  const problem = (
    <>
      {refusal !== null && <RefusalNote refusal={refusal} />}
      {planning.error !== undefined && <FailureNote error={planning.error} />}
    </>
  );
  return { again: (uploadId: string) => void again(uploadId), busy: planning.loading, problem };
}

export function ImportAgainButton({ fileName, look = 'secondary', ...button }: ImportAgainButtonProps) {
  const { t } = useTranslation();
  return (
    <Button look={look} aria-label={t('again.named', { file: fileName })} {...button}>
      {t('again.label')}
    </Button>
  );
}

interface ImportAgainButtonProps {
  readonly fileName: string;
  readonly look?: 'secondary' | 'quiet';
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}
