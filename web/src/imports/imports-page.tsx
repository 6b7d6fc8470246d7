import { useTranslation } from 'react-i18next';
import { Page } from '../controls/page.tsx';
import { useHasScope } from '../frame/viewer-context.ts';
import { NotAllowed } from '../states/not-allowed.tsx';
import { FileDrop } from './file-drop.tsx';
import { ImportHistory } from './import-history.tsx';

export function ImportsPage() {
  const { t } = useTranslation();
  const mayRead = useHasScope('imports:read');
  const mayWrite = useHasScope('imports:write');
  if (mayRead === false) return <NotAllowed title={t('imports.title')} scope="imports:read" />;
  return (
    <Page title={t('imports.title')} lead={t('imports.lead')}>
      {mayWrite !== false && <FileDrop />}
      <ImportHistory />
    </Page>
  );
}
