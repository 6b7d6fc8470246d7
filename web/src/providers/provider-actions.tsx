import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import type { ProviderRowFragment } from '../generated/graphql.ts';
import { useDisableProviderMutation, useRunProviderMutation, useTestProviderMutation } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';

export function ProviderActions({ provider, onChanged }: ProviderActionsProps) {
  const { t } = useTranslation();
  const [test, testing] = useTestProviderMutation();
  const [run, running] = useRunProviderMutation();
  const [disable, disabling] = useDisableProviderMutation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [records, setRecords] = useState<number | null>(null);
  const variables = { id: provider.id };
  const error = testing.error ?? running.error ?? disabling.error;

  const onTest = async () => {
    setRecords(null);
    setRefusal(null);
    const { data } = await test({ variables });
    const answer = data?.testProviderConnection;
    if (answer?.__typename === 'Refused') setRefusal(answer);
    if (answer?.__typename !== 'ProviderConnectionTested') return;
    setRefusal(answer.problem);
    if (answer.problem === null) setRecords(answer.records);
  };
  const onRun = async () => {
    setRefusal(null);
    const { data } = await run({ variables });
    if (data?.runProviderConnection?.__typename === 'Refused') setRefusal(data.runProviderConnection);
    onChanged();
  };
  const onDisable = async () => {
    await disable({ variables });
    onChanged();
  };

  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-2">
        <Button look="primary" onClick={() => void onRun()} busy={running.loading}>
          {provider.status === 'DISABLED' ? t('providers.enable') : t('providers.run')}
        </Button>
        <Button onClick={() => void onTest()} busy={testing.loading}>
          {t('providers.test')}
        </Button>
        {provider.status === 'ACTIVE' && (
          <Button look="quiet" onClick={() => void onDisable()} busy={disabling.loading}>
            {t('providers.disable')}
          </Button>
        )}
      </div>
      <p role="status" className="text-13 text-soft empty:hidden">
        {records === null ? null : t('providers.tested', { count: records })}
      </p>
      {refusal !== null && <RefusalNote refusal={refusal} />}
      {error !== undefined && <FailureNote error={error} />}
    </div>
  );
}

interface ProviderActionsProps {
  readonly provider: ProviderRowFragment;
  readonly onChanged: () => void;
}
