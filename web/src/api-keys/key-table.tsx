import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { ScrollArea } from '../controls/scroll-area.tsx';
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
  return (
    <ScrollArea name={t('keys.list')}>
      <table className="w-full min-w-176 border-collapse">
        <thead>
          <tr className="border-b border-line-strong text-13 text-muted">
            <th scope="col" className="py-2 pr-4 text-left font-medium">
              {t('keys.name')}
            </th>
            <th scope="col" className="py-2 pr-4 text-left font-medium">
              {t('keys.scopes')}
            </th>
            <th scope="col" className="py-2 pr-4 text-left font-medium">
              {t('keys.lastUsed')}
            </th>
            <th scope="col" className="py-2 pr-4 text-left font-medium">
              {t('keys.state')}
            </th>
            {mayWrite && (
              <th scope="col" className="py-2 text-right font-medium">
                <span className="sr-only">{t('keys.actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => {
            const state = keyState(key, new Date());
            return (
              <tr key={key.id} className="border-b border-line align-top">
                <th scope="row" className="py-2.5 pr-4 text-left">
                  <span className="block font-medium">{key.name}</span>
                  <span className="block font-mono text-12 font-regular text-muted">{key.prefix}…</span>
                </th>
                <td className="max-w-72 py-2.5 pr-4 text-13 text-soft">{key.scopes.join(', ')}</td>
                <td className="py-2.5 pr-4 text-13 whitespace-nowrap text-soft">
                  {key.lastUsedAt === null ? t('keys.never') : format.dateTime(key.lastUsedAt)}
                </td>
                <td className="py-2.5 pr-4">
                  <span
                    className={`inline-block rounded-full px-2 py-0.5 text-12 font-medium whitespace-nowrap ${looks[state]}`}
                  >
                    {t(`keyState.${state}`)}
                  </span>
                  {state !== 'revoked' && key.expiresAt !== null && (
                    <span className="mt-1 block text-12 whitespace-nowrap text-muted">
                      {t('keys.until', { time: format.dateTime(key.expiresAt) })}
                    </span>
                  )}
                </td>
                {mayWrite && (
                  <td className="py-2 text-right whitespace-nowrap">
                    {state === 'active' && (
                      <Button
                        look="quiet"
                        onClick={() => setAsked({ to: 'rotate', key })}
                        aria-label={t('keys.rotateNamed', { name: key.name })}
                      >
                        {t('keys.rotate')}
                      </Button>
                    )}
                    {(state === 'active' || state === 'replaced') && (
                      <Button
                        look="quiet"
                        className="text-bad!"
                        onClick={() => setAsked({ to: 'revoke', key })}
                        aria-label={t('keys.revokeNamed', { name: key.name })}
                      >
                        {t('keys.revoke')}
                      </Button>
                    )}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
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
    </ScrollArea>
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
