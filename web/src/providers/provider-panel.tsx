import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { Panel } from '../controls/panel.tsx';
import type { ProviderRowFragment, ProviderSettingsFragment } from '../generated/graphql.ts';
import { EditProviderDialog } from './edit-provider-dialog.tsx';
import { intervalWords } from './interval-words.ts';
import { ProviderActions } from './provider-actions.tsx';

/** How the provider is reached, what can be done with the connection, and the way to change it. */
export function ProviderPanel({ provider, mayWrite, onChanged }: ProviderPanelProps) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const facts: readonly (readonly [string, string | null])[] = [
    [t('providers.address'), provider.baseUrl],
    [t('providers.tokenUrl'), provider.tokenUrl],
    [t('providers.recordsPath'), provider.recordsPath],
    [t('providers.client'), provider.clientId],
    [t('providers.interval'), intervalWords(t, provider.intervalMinutes)],
  ];
  return (
    <Panel
      title={t('providers.connection')}
      actions={mayWrite && <Button onClick={() => setEditing(true)}>{t('providers.edit')}</Button>}
    >
      <dl className="grid gap-x-6 gap-y-1.5 text-13 sm:grid-cols-[max-content_minmax(0,1fr)]">
        {facts.flatMap(([name, value]) =>
          value === null
            ? []
            : [
                <dt key={name} className="text-muted">
                  {name}
                </dt>,
                <dd key={`${name} value`} className="break-all text-ink max-sm:mb-2">
                  {value}
                </dd>,
              ],
        )}
      </dl>
      {mayWrite && <ProviderActions provider={provider} onChanged={onChanged} />}
      {editing && (
        <EditProviderDialog
          provider={provider}
          onSaved={() => {
            setEditing(false);
            onChanged();
          }}
          onClose={() => setEditing(false)}
        />
      )}
    </Panel>
  );
}

interface ProviderPanelProps {
  readonly provider: ProviderRowFragment & ProviderSettingsFragment;
  readonly mayWrite: boolean;
  readonly onChanged: () => void;
}
