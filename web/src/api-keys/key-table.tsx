import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { type Column, DataTable } from '../controls/data-table.tsx';
import type { KeyRowFragment } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import type { IssuedKey } from './issued-key-dialog.tsx';
import { keyState } from './key-state.ts';
import { RevokeKeyDialog } from './revoke-key-dialog.tsx';
import { RotateKeyDialog } from './rotate-key-dialog.tsx';

export function KeyTable({ keys, mayWrite, onIssued }: KeyTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [asked, setAsked] = useState<{ to: 'rotate' | 'revoke'; key: KeyRowFragment } | null>(null);
  const close = () => setAsked(null);
  const now = new Date();
  const columns: readonly Column<KeyRowFragment>[] = [
    {
      key: 'name',
      title: t('keys.name'),
      namesRow: true,
      cell: ({ name, prefix }) => (
        <>
          <span className="block font-medium">{name}</span>
          <span className="block font-mono text-12 text-muted">{prefix}…</span>
        </>
      ),
    },
    {
      key: 'scopes',
      title: t('keys.scopes'),
      className: 'max-w-72 text-13 text-soft',
      cell: ({ scopes }) => scopes.join(', '),
    },
    {
      key: 'lastUsed',
      title: t('keys.lastUsed'),
      className: 'text-13 whitespace-nowrap text-soft',
      cell: ({ lastUsedAt }) => (lastUsedAt === null ? t('keys.never') : format.dateTime(lastUsedAt)),
    },
    {
      key: 'state',
      title: t('keys.state'),
      cell: (key) => <KeyStateCell apiKey={key} now={now} />,
    },
    {
      key: 'actions',
      title: t('keys.actions'),
      titleHidden: true,
      side: 'right',
      className: 'whitespace-nowrap',
      cell: (key) => <KeyActions apiKey={key} now={now} onAsk={(to) => setAsked({ to, key })} />,
    },
  ];
  return (
    <>
      <DataTable
        name={t('keys.list')}
        columns={mayWrite ? columns : columns.slice(0, -1)}
        rows={keys}
        keyOf={({ id }) => id}
      />
      {asked?.to === 'rotate' && (
        <RotateKeyDialog
          apiKey={asked.key}
          onIssued={(issued) => {
            close();
            onIssued(issued);
          }}
          onClose={close}
        />
      )}
      {asked?.to === 'revoke' && <RevokeKeyDialog apiKey={asked.key} onClose={close} />}
    </>
  );
}

interface KeyCellProps {
  readonly apiKey: KeyRowFragment;
  readonly now: Date;
}

function KeyStateCell({ apiKey, now }: KeyCellProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const state = keyState(apiKey, now);
  return (
    <>
      <span className={`inline-block rounded-full px-2 py-0.5 text-12 font-medium whitespace-nowrap ${looks[state]}`}>
        {t(`keyState.${state}`)}
      </span>
      {state !== 'revoked' && apiKey.expiresAt !== null && (
        <span className="mt-1 block text-12 whitespace-nowrap text-muted">
          {t('keys.until', { time: format.dateTime(apiKey.expiresAt) })}
        </span>
      )}
    </>
  );
}

function KeyActions({ apiKey, now, onAsk }: KeyCellProps & { onAsk: (to: 'rotate' | 'revoke') => void }) {
  const { t } = useTranslation();
  const state = keyState(apiKey, now);
  const { name } = apiKey;
  return (
    <>
      {state === 'active' && (
        <Button look="quiet" onClick={() => onAsk('rotate')} aria-label={t('keys.rotateNamed', { name })}>
          {t('keys.rotate')}
        </Button>
      )}
      {(state === 'active' || state === 'replaced') && (
        <Button
          look="quiet"
          className="text-bad!"
          onClick={() => onAsk('revoke')}
          aria-label={t('keys.revokeNamed', { name })}
        >
          {t('keys.revoke')}
        </Button>
      )}
    </>
  );
}

const looks = {
  active: 'bg-good-tint text-good',
  replaced: 'bg-attention-tint text-attention',
  expired: 'bg-pressed text-soft',
  revoked: 'bg-pressed text-soft',
} as const;

interface KeyTableProps {
  readonly keys: readonly KeyRowFragment[];
  readonly mayWrite: boolean;
  readonly onIssued: (key: IssuedKey) => void;
}
