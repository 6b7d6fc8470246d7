import { useTranslation } from 'react-i18next';
import { useViewer } from '../frame/viewer-context.ts';
import { Empty } from '../states/empty.tsx';
import { DemoButton } from './demo-button.tsx';
import { FirstSteps } from './first-steps.tsx';

/** A company without a number: what its administrator does first; for everybody else, who does, and a demo meanwhile. */
export function NothingYet({ stepsDismissed }: { stepsDismissed: boolean }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  if (viewer === null) return null;
  if (viewer.company.isDemo) return <Empty title={t('demo.filling.title')}>{t('demo.filling.text')}</Empty>;
  const maySetUp = viewer.scopes.includes('company:write');
  return (
    <>
      {maySetUp && !stepsDismissed && <FirstSteps hasNumbers={false} />}
      {(!maySetUp || stepsDismissed) && (
        <Empty title={t('dashboard.empty.title')} action={<DemoButton />}>
          {t(maySetUp ? 'dashboard.empty.text' : 'dashboard.empty.textReader')}
        </Empty>
      )}
    </>
  );
}
