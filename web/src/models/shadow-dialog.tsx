import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { ModalDialog } from '../controls/modal-dialog.tsx';
import { SelectField } from '../controls/select-field.tsx';
import { useStartModelShadowMutation } from '../generated/hooks.ts';
import { useFormat } from '../language/use-format.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';

const shares = [0.1, 0.25, 0.5, 1];

/** Has a version read a share of new texts unseen. */
export function ShadowDialog({ version, onChanged, onClose }: ShadowDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [share, setShare] = useState(0.25);
  const [start, { loading, error }] = useStartModelShadowMutation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setRefusal(null);
    const { data } = await start({ variables: { input: { version, share } } });
    if (data?.startModelShadow?.__typename === 'Refused') setRefusal(data.startModelShadow);
    else if (data?.startModelShadow) {
      onChanged();
      onClose();
    }
  };
  return (
    <ModalDialog title={t('models.shadow.startNamed', { version })} onClose={onClose}>
      <form className="grid gap-4" onSubmit={(event) => void submit(event)}>
        {refusal !== null && <RefusalNote refusal={refusal} />}
        {error !== undefined && <FailureNote error={error} />}
        <p className="text-14 text-soft">{t('models.shadow.note')}</p>
        <SelectField
          label={t('models.share')}
          value={String(share)}
          onChange={(event) => setShare(Number(event.target.value))}
        >
          {shares.map((each) => (
            <option key={each} value={each}>
              {format.percent(each)}
            </option>
          ))}
        </SelectField>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary" busy={loading}>
            {t('models.shadow.start')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}

interface ShadowDialogProps {
  readonly version: string;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}
