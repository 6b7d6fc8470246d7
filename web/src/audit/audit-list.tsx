import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { Panel } from '../controls/panel.tsx';
import { useHasScope } from '../frame/viewer-context.ts';
import { useAuditActorsQuery, useAuditChoicesQuery, useAuditLogQuery } from '../generated/hooks.ts';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { type AuditSearch, filterOf } from './audit-search.ts';
import { AuditTable } from './audit-table.tsx';
import { ChainNote } from './chain-note.tsx';

export function AuditList({ search, onChange, onOpen, onClear }: AuditListProps) {
  const { t } = useTranslation();
  const seesMembers = useHasScope('members:read') ?? false;
  const filter = filterOf(search);
  const { data, previousData, error, loading, refetch, fetchMore } = useAuditLogQuery({
    variables: { filter, seesMembers },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const choices = useAuditChoicesQuery({ fetchPolicy: 'cache-and-network' });
  const actors = useAuditActorsQuery({ skip: !seesMembers });
  const page = (data ?? (loading ? previousData : undefined))?.auditLog ?? null;
  const isEmpty = page?.nodes.length === 0;

  return (
    <Panel
      title={t('audit.list')}
      note={page === null || isEmpty ? undefined : t('audit.count', { count: page.totalCount })}
      actions={<ChainNote chain={choices.data?.auditChain ?? null} />}
    >
      <AuditFilters
        search={search}
        actions={choices.data?.auditActions ?? []}
        members={actors.data?.members?.nodes ?? []}
        onChange={onChange}
        onClear={onClear}
      />
      {error !== undefined && <FailureNote error={error} onRetry={() => void refetch()} />}
      {page === null && loading && <Loading />}
      {isEmpty && (
        <Empty title={t(filter === null ? 'audit.empty.title' : 'audit.none.title')}>
          {t(filter === null ? 'audit.empty.text' : 'audit.none.text')}
        </Empty>
      )}
      {page !== null && !isEmpty && <AuditTable lines={page.nodes} onOpen={onOpen} />}
      {page?.pageInfo.hasNextPage && (
        <div>
          <Button onClick={() => void fetchMore({ variables: { after: page.pageInfo.endCursor } })} busy={loading}>
            {t('more')}
          </Button>
        </div>
      )}
    </Panel>
  );
}

interface AuditListProps {
  readonly search: AuditSearch;
  readonly onChange: (key: keyof AuditSearch, value: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onClear: () => void;
}
