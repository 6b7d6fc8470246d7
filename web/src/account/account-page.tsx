import { useTranslation } from 'react-i18next';
import { Page } from '../controls/page.tsx';
import { Panel } from '../controls/panel.tsx';
import { useViewer } from '../frame/viewer-context.ts';
import { Loading } from '../states/loading.tsx';
import { LoginSessions } from './login-sessions.tsx';
import { SingleKeysChoice } from './single-keys-choice.tsx';

export function AccountPage() {
  const { t } = useTranslation();
  const viewer = useViewer();
  return (
    <Page title={t('account.title')} lead={t('account.lead')}>
      <Panel title={t('account.you')}>
        {viewer === null ? (
          <Loading />
        ) : (
          <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5">
            <dt className="text-muted">{t('account.name')}</dt>
            <dd>{viewer.member?.name}</dd>
            <dt className="text-muted">{t('account.email')}</dt>
            <dd className="break-words">{viewer.member?.email}</dd>
            <dt className="text-muted">{t('account.role')}</dt>
            <dd>{viewer.role === null ? '' : `${t(`role.${viewer.role}`)}, ${viewer.company.name}`}</dd>
          </dl>
        )}
      </Panel>
      <Panel title={t('sessions.title')} note={t('sessions.note')}>
        <LoginSessions />
      </Panel>
      <Panel title={t('account.keys.title')}>
        <SingleKeysChoice />
      </Panel>
    </Page>
  );
}
