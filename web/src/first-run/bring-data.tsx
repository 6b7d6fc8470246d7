import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { buttonClass } from '../controls/button.tsx';
import { useHasScope } from '../frame/viewer-context.ts';

/** Where a page is empty because nothing was brought in yet: the way there, for whoever may go it. */
export function BringData() {
  const { t } = useTranslation();
  const mayImport = useHasScope('imports:write');
  if (!mayImport) return null;
  return (
    <Link to="/imports" className={buttonClass('primary')}>
      {t('firstSteps.file.action')}
    </Link>
  );
}
