import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Page } from '../controls/page.tsx';
import { useHasScope } from '../frame/viewer-context.ts';
import { usePartnerOperationsQuery } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { NotAllowed } from '../states/not-allowed.tsx';
import { ChangesDrawer } from './changes-drawer.tsx';
import { OperationDrawer } from './operation-drawer.tsx';
import { OperationPanel } from './operation-panel.tsx';
import { UnknownPanel } from './unknown-panel.tsx';
import { UploadPanel } from './upload-panel.tsx';
import { VersionPanel } from './version-panel.tsx';

/** What the company's keys may call, how they call it, and how that is changed. */
export function PartnerOperationsPage() {
  const { t } = useTranslation();
  const mayRead = useHasScope('keys:read');
  const mayWrite = useHasScope('keys:write') ?? false;
  const [search, setSearch] = useSearchParams();
  const { data, error, loading, refetch } = usePartnerOperationsQuery({
    fetchPolicy: 'cache-and-network',
    skip: mayRead !== true,
  });
  const open = (what: 'changes' | 'operation', id: string) => setSearch({ [what]: id });
  const close = () => setSearch({});
  const versions = data?.partnerManifests ?? null;
  const own = data?.partnerManifest?.operations ?? [];
  const platforms = data?.platformOperations ?? [];
  const operation = [...own, ...platforms].find(({ id }) => id === search.get('operation'));
  const changes = versions?.find(({ id }) => id === search.get('changes'));
  const active = data?.partnerManifest?.id ?? null;

  if (mayRead === false) return <NotAllowed title={t('operations.title')} scope="keys:read" />;
  return (
    <Page
      title={t('operations.title')}
      above={[{ to: '/administration', label: t('administration.title') }]}
      lead={t('operations.lead')}
    >
      {error !== undefined && <FailureNote error={error} onRetry={() => void refetch()} />}
      {versions === null && (loading || mayRead === undefined) && <Loading />}
      {mayWrite && (
        <UploadPanel
          onUploaded={(id) => {
            void refetch();
            open('changes', id);
          }}
        />
      )}
      {versions !== null && (
        <>
          <OperationPanel own={own} platforms={platforms} onOpen={(id) => open('operation', id)} />
          {(data?.unknownOperations ?? []).length > 0 && <UnknownPanel unknown={data?.unknownOperations ?? []} />}
          {versions.length > 0 && (
            <VersionPanel
              versions={versions}
              mayWrite={mayWrite}
              onOpen={(id) => open('changes', id)}
              onChanged={() => void refetch()}
            />
          )}
        </>
      )}
      {operation !== undefined && <OperationDrawer operation={operation} onClose={close} />}
      {changes !== undefined && (
        <ChangesDrawer
          manifest={changes}
          active={active}
          mayWrite={mayWrite}
          onChanged={() => void refetch()}
          onClose={close}
        />
      )}
    </Page>
  );
}
