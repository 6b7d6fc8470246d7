import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { ModalDrawer } from '../controls/modal-drawer.tsx';
import type { ManifestChangesQuery, ManifestRowFragment } from '../generated/graphql.ts';
import { useActivatePartnerManifestMutation, useManifestChangesQuery } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';
import { OperationText } from './operation-text.tsx';

/** What would become of the active manifest, by operation; then it is activated, or not. */
export function ChangesDrawer({ manifest, active, mayWrite, onChanged, onClose }: ChangesDrawerProps) {
  const { t } = useTranslation();
  const { id, version, state } = manifest;
  const { data, error } = useManifestChangesQuery({ variables: { id }, fetchPolicy: 'network-only' });
  const [activate, { loading, error: failure }] = useActivatePartnerManifestMutation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const changes = data?.partnerManifest?.changes ?? null;
  const go = async () => {
    const { data: answer } = await activate({ variables: { input: { id, replaces: active } } });
    const outcome = answer?.activatePartnerManifest;
    setRefusal(outcome?.__typename === 'Refused' ? outcome : null);
    onChanged();
    if (outcome?.__typename === 'PartnerManifestActivated') onClose();
  };
  return (
    <ModalDrawer
      title={t('operations.changesNamed', { version })}
      subtitle={t('operations.changesNote')}
      onClose={onClose}
    >
      <div className="grid gap-5">
        {error !== undefined && <FailureNote error={error} />}
        {failure !== undefined && <FailureNote error={failure} />}
        {refusal !== null && <RefusalNote refusal={refusal} />}
        {changes === null && error === undefined && <Loading />}
        {changes?.length === 0 && <p className="text-soft">{t('operations.noChanges')}</p>}
        {changes !== null && changes.length > 0 && (
          <>
            <Summary changes={changes} />
            <ul className="grid gap-4">
              {changes.map((change) => (
                <ChangeItem key={change.name} change={change} />
              ))}
            </ul>
          </>
        )}
        {mayWrite && state !== 'ACTIVE' && changes !== null && (
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button look="primary" busy={loading} onClick={() => void go()}>
              {t('operations.activate', { version })}
            </Button>
          </div>
        )}
      </div>
    </ModalDrawer>
  );
}

type Change = NonNullable<ManifestChangesQuery['partnerManifest']>['changes'][number];

function Summary({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation();
  const counts = (['ADDED', 'CHANGED', 'REMOVED'] as const)
    .map((kind) => ({ kind, count: changes.filter((change) => change.kind === kind).length }))
    .filter(({ count }) => count > 0);
  return (
    <ul className="flex flex-wrap gap-2">
      {counts.map(({ kind, count }) => (
        <li key={kind} className={`rounded-full px-2.5 py-0.5 text-12 font-medium ${looks[kind]}`}>
          {t(`manifestChanges.${kind}`, { count })}
        </li>
      ))}
    </ul>
  );
}

function ChangeItem({ change: { kind, name, before, after } }: { change: Change }) {
  const { t } = useTranslation();
  return (
    <li className="grid min-w-0 gap-2 border-t border-line pt-3">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium break-all text-ink">{name}</span>
        <span className={`rounded-full px-2 py-0.5 text-12 font-medium ${looks[kind]}`}>
          {t(`manifestChange.${kind}`)}
        </span>
      </p>
      {before !== null && <OperationText name={t('operations.before')} text={before} look="former" />}
      {after !== null && <OperationText name={t('operations.after')} text={after} look="next" />}
    </li>
  );
}

const looks = {
  ADDED: 'bg-good-tint text-good',
  CHANGED: 'bg-attention-tint text-attention',
  REMOVED: 'bg-bad-tint text-bad',
} as const;

interface ChangesDrawerProps {
  readonly manifest: ManifestRowFragment;
  /** The id of the active one. */
  readonly active: string | null;
  readonly mayWrite: boolean;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}
