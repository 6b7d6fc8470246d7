import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../controls/data-table.tsx';
import { Panel } from '../controls/panel.tsx';
import type { OperationRowFragment } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import { Empty } from '../states/empty.tsx';

/** What keys may call now, the company's own first, and how often they do. */
export function OperationPanel({ own, platforms, onOpen }: OperationPanelProps) {
  const { t } = useTranslation();
  const columns = useColumns(new Set(platforms.map(({ id }) => id)), onOpen);
  return (
    <Panel title={t('operations.list')} note={t('operations.listNote')}>
      {own.length === 0 && <Empty title={t('operations.empty.title')}>{t('operations.empty.text')}</Empty>}
      <DataTable
        name={t('operations.list')}
        columns={columns}
        rows={[...own, ...platforms.filter(({ id }) => !own.some((each) => each.id === id))]}
        keyOf={({ id }) => id}
      />
    </Panel>
  );
}

function useColumns(
  ofPlatform: ReadonlySet<string>,
  onOpen: (id: string) => void,
): readonly Column<OperationRowFragment>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'name',
      title: t('operations.name'),
      namesRow: true,
      cell: (operation) => (
        <>
          <button
            type="button"
            className="font-medium text-accent underline-offset-2 hover:underline"
            onClick={() => onOpen(operation.id)}
          >
            {operation.name}
          </button>
          <span className="mt-1 flex flex-wrap gap-1">
            <Marks operation={operation} isPlatforms={ofPlatform.has(operation.id)} />
          </span>
        </>
      ),
    },
    {
      key: 'calls',
      title: t('operations.calls'),
      side: 'right',
      className: 'tabular-nums',
      cell: ({ usage }) => format.whole(usage.calls),
    },
    {
      key: 'errors',
      title: t('operations.errors'),
      side: 'right',
      className: 'tabular-nums',
      cell: ({ usage }) => format.whole(usage.errors),
    },
    {
      key: 'last',
      title: t('operations.last'),
      className: 'text-13 text-soft',
      cell: ({ usage: { lastCalledAt, lastApiKey } }) =>
        lastCalledAt === null ? (
          t('operations.never')
        ) : (
          <>
            <span className="block whitespace-nowrap">{format.dateTime(lastCalledAt)}</span>
            <span className="block text-12 text-muted">{lastApiKey?.name ?? t('operations.keyGone')}</span>
          </>
        ),
    },
  ];
}

function Marks({ operation, isPlatforms }: { operation: OperationRowFragment; isPlatforms: boolean }) {
  const { t } = useTranslation();
  const { problems, deprecations } = operation;
  return (
    <>
      {isPlatforms && <Mark look="bg-pressed text-soft">{t('operations.platforms')}</Mark>}
      {problems.length > 0 && <Mark look="bg-bad-tint text-bad">{t('operations.unfit')}</Mark>}
      {deprecations.length > 0 && (
        <Mark look="bg-attention-tint text-attention">
          {t('operations.deprecated', { count: deprecations.length })}
        </Mark>
      )}
    </>
  );
}

function Mark({ look, children }: { look: string; children: string }) {
  return <span className={`rounded-full px-2 py-0.5 text-12 font-medium ${look}`}>{children}</span>;
}

interface OperationPanelProps {
  readonly own: readonly OperationRowFragment[];
  readonly platforms: readonly OperationRowFragment[];
  readonly onOpen: (id: string) => void;
}
