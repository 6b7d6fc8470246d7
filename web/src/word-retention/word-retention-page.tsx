import { useTranslation } from 'react-i18next';
import { Page } from '../controls/page.tsx';
import { useHasScope } from '../frame/viewer-context.ts';
import { useWordRetentionQuery } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { NotAllowed } from '../states/not-allowed.tsx';
import { RetentionPanel } from './retention-panel.tsx';

/** For how long the company keeps what people wrote, and what the next night lets go. */
export function WordRetentionPage() {
  const { t } = useTranslation();
  const mayWrite = useHasScope('company:write');
  const { data, error, loading, refetch } = useWordRetentionQuery({
    fetchPolicy: 'cache-and-network',
    skip: mayWrite !== true,
  });
  const retention = data?.wordRetention ?? null;
  if (mayWrite === false) return <NotAllowed title={t('wordRetention.title')} scope="company:write" />;
  return (
    <Page
      title={t('wordRetention.title')}
      above={[{ to: '/administration', label: t('administration.title') }]}
      lead={t('wordRetention.lead')}
    >
      {error !== undefined && <FailureNote error={error} onRetry={() => void refetch()} />}
      {retention === null && (loading || mayWrite === undefined) && <Loading />}
      {retention !== null && <RetentionPanel retention={retention} onAnswer={() => void refetch()} />}
    </Page>
  );
}
