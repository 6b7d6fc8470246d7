import { useTranslation } from 'react-i18next';
import { DataTable } from '../controls/data-table.tsx';
import { Panel } from '../controls/panel.tsx';
import type { PartnerOperationsQuery } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';

type Unknown = NonNullable<PartnerOperationsQuery['unknownOperations']>;

/** Ids that keys call although there is no such operation: a partner is ahead of the manifest, or behind it. */
export function UnknownPanel({ unknown }: { unknown: Unknown }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Panel title={t('operations.unknown')} note={t('operations.unknownNote')}>
      <DataTable<Unknown[number]>
        name={t('operations.unknown')}
        rows={unknown}
        keyOf={({ id }) => id ?? ''}
        columns={[
          {
            key: 'id',
            title: t('operations.id'),
            namesRow: true,
            className: 'font-mono text-12 break-all',
            cell: ({ id }) => (id === null ? t('operations.others') : `sha256:${id}`),
          },
          {
            key: 'calls',
            title: t('operations.calls'),
            side: 'right',
            className: 'tabular-nums',
            cell: ({ calls }) => format.whole(calls),
          },
          {
            key: 'last',
            title: t('operations.last'),
            className: 'text-13 text-soft whitespace-nowrap',
            cell: ({ lastCalledAt, lastApiKey }) => (
              <>
                <span className="block">{format.dateTime(lastCalledAt)}</span>
                <span className="block text-12 text-muted">{lastApiKey?.name ?? t('operations.keyGone')}</span>
              </>
            ),
          },
        ]}
      />
    </Panel>
  );
}
