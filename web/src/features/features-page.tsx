import { useTranslation } from 'react-i18next';
import { Page } from '../controls/page.tsx';
import { useHasScope } from '../frame/viewer-context.ts';
import { useCompanyFeaturesQuery } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { NotAllowed } from '../states/not-allowed.tsx';
import { FeaturePanel } from './feature-panel.tsx';

/** Which parts of the platform are on, and for how many members. */
export function FeaturesPage() {
  const { t } = useTranslation();
  const mayWrite = useHasScope('company:write');
  const { data, error, loading, refetch } = useCompanyFeaturesQuery({
    fetchPolicy: 'cache-and-network',
    skip: mayWrite !== true,
  });
  const features = data?.companyFeatures ?? null;
  if (mayWrite === false) return <NotAllowed title={t('features.title')} scope="company:write" />;
  return (
    <Page
      title={t('features.title')}
      above={[{ to: '/administration', label: t('administration.title') }]}
      lead={t('features.lead')}
    >
      {error !== undefined && <FailureNote error={error} onRetry={() => void refetch()} />}
      {features === null && (loading || mayWrite === undefined) && <Loading />}
      {features?.map((feature) => (
        <FeaturePanel key={feature.feature} row={feature} onSet={() => void refetch()} />
      ))}
    </Page>
  );
}
