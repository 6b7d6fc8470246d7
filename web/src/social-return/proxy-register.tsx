import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { DataTable } from '../controls/data-table.tsx';
import { Panel } from '../controls/panel.tsx';
import type { SroiProxyRowFragment } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import { Empty } from '../states/empty.tsx';
import { ProxyDialog } from './proxy-dialog.tsx';

/** What one unit of an outcome is worth in money, with where that is from. */
export function ProxyRegister({ proxies, currency, mayWrite, onSaved }: ProxyRegisterProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [edited, setEdited] = useState<SroiProxyRowFragment | 'new' | null>(null);
  const known = proxies.filter(({ archived }) => !archived);
  return (
    <Panel
      title={t('proxies.title')}
      term="proxy"
      note={t('proxies.note')}
      actions={mayWrite && <Button onClick={() => setEdited('new')}>{t('proxies.add')}</Button>}
    >
      {known.length === 0 && <Empty title={t('proxies.empty')}>{t('proxies.emptyText')}</Empty>}
      {known.length > 0 && (
        <DataTable
          name={t('proxies.title')}
          rows={known}
          keyOf={({ id }) => id}
          columns={[
            { key: 'name', title: t('proxies.name'), namesRow: true, cell: ({ name }) => name },
            {
              key: 'value',
              title: t('proxies.value'),
              side: 'right',
              cell: (proxy) => `${format.precise(proxy.value)} ${proxy.currency}`,
            },
            { key: 'year', title: t('proxies.year'), cell: ({ year }) => String(year) },
            { key: 'source', title: t('proxies.source'), className: 'text-muted', cell: ({ source }) => source },
            {
              key: 'change',
              title: t('proxies.change'),
              titleHidden: true,
              side: 'right',
              cell: (proxy) =>
                mayWrite && (
                  <Button
                    look="quiet"
                    onClick={() => setEdited(proxy)}
                    aria-label={t('proxies.changeNamed', { name: proxy.name })}
                  >
                    {t('proxies.change')}
                  </Button>
                ),
            },
          ]}
        />
      )}
      {edited !== null && (
        <ProxyDialog
          proxy={edited === 'new' ? null : edited}
          currency={currency}
          onSaved={() => {
            setEdited(null);
            onSaved();
          }}
          onClose={() => setEdited(null)}
        />
      )}
    </Panel>
  );
}

interface ProxyRegisterProps {
  readonly proxies: readonly SroiProxyRowFragment[];
  readonly currency: string;
  readonly mayWrite: boolean;
  readonly onSaved: () => void;
}
