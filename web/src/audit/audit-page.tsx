import { useTranslation } from 'react-i18next';
import { Page } from '../controls/page.tsx';
import { useAddress } from '../frame/use-address.ts';
import { useHasScope } from '../frame/viewer-context.ts';
import { NotAllowed } from '../states/not-allowed.tsx';
import { AuditDrawer } from './audit-drawer.tsx';
import { AuditList } from './audit-list.tsx';
import { type AuditSearch, readSearch } from './audit-search.ts';
import { SaveLogButton } from './save-log-button.tsx';

/** Who did what, narrowed by what stands in the address, and the same lines as a file. */
export function AuditPage() {
  const { t } = useTranslation();
  const mayRead = useHasScope('audit:read');
  const { address, change, reset } = useAddress<keyof AuditSearch>();
  const search = readSearch(address);

  if (mayRead === false) return <NotAllowed title={t('audit.title')} scope="audit:read" />;
  return (
    <Page
      title={t('audit.title')}
      above={[{ to: '/administration', label: t('administration.title') }]}
      lead={t('audit.lead')}
      aside={mayRead && <SaveLogButton search={search} />}
    >
      {mayRead && (
        <AuditList
          search={search}
          onChange={change}
          onOpen={(id) => change('line', id, { replace: false })}
          onClear={() => reset()}
        />
      )}
      {mayRead && search.line !== '' && (
        <AuditDrawer
          id={search.line}
          onNarrow={(part, value) => reset({ [part]: value })}
          onClose={() => change('line', '')}
        />
      )}
    </Page>
  );
}
