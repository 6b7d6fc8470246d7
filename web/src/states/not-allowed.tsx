import { useTranslation } from 'react-i18next';
import { Page } from '../controls/page.tsx';
import { Empty } from './empty.tsx';

/** The page exists, but not for this role: said plainly, with who can change it. */
export function NotAllowed({ title, scope }: { title: string; scope: string }) {
  const { t } = useTranslation();
  return (
    <Page title={title}>
      <Empty title={t('notAllowed.title')}>{t('notAllowed.text', { scope })}</Empty>
    </Page>
  );
}
