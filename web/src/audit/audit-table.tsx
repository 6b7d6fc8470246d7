import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../controls/data-table.tsx';
import type { AuditRowFragment } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import { useAuditWords } from './use-audit-words.ts';

export function AuditTable({ lines, onOpen }: AuditTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useAuditWords();
  const columns: readonly Column<AuditRowFragment>[] = [
    {
      key: 'at',
      title: t('audit.at'),
      className: 'text-13 whitespace-nowrap text-soft',
      cell: ({ occurredAt }) => format.dateTime(occurredAt),
    },
    {
      key: 'action',
      title: t('audit.action'),
      namesRow: true,
      cell: ({ id, action }) => (
        <button
          type="button"
          onClick={() => onOpen(id)}
          className="-my-0.5 block py-0.5 text-left font-medium text-accent underline decoration-line-strong underline-offset-4 hover:decoration-current"
        >
          {words.action(action)}
        </button>
      ),
    },
    {
      key: 'actor',
      title: t('audit.by'),
      className: 'text-13 text-soft',
      cell: ({ actor, member }) => words.actor(actor, member?.name),
    },
    {
      key: 'target',
      title: t('audit.target'),
      className: 'max-w-64 truncate font-mono text-12 text-muted',
      cell: ({ target }) => target ?? '–',
    },
    {
      key: 'position',
      title: t('audit.position'),
      side: 'right',
      className: 'text-13 tabular-nums text-muted',
      cell: ({ position }) => format.whole(position),
    },
  ];
  return <DataTable name={t('audit.list')} columns={columns} rows={lines} keyOf={({ id }) => id} />;
}

interface AuditTableProps {
  readonly lines: readonly AuditRowFragment[];
  readonly onOpen: (id: string) => void;
}
