import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { buttonClass } from '../controls/button.tsx';
import { Page } from '../controls/page.tsx';
import { Empty } from '../states/empty.tsx';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')}>
      <Empty
        title={t('notFound.what')}
        action={
          <Link to="/" className={buttonClass('primary')}>
            {t('notFound.back')}
          </Link>
        }
      >
        {t('notFound.text')}
      </Empty>
    </Page>
  );
}
