import { useTranslation } from 'react-i18next';
import { Page } from '../controls/page.tsx';
import { useHasScope } from '../frame/viewer-context.ts';
import { useThemeEditorQuery } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { NotAllowed } from '../states/not-allowed.tsx';
import { ThemeEditor } from './theme-editor.tsx';

/** How the cockpit looks for the company's members: colours, font and logo, tried out before they are saved. */
export function ThemePage() {
  const { t } = useTranslation();
  const mayWrite = useHasScope('company:write');
  const { data, error, loading, refetch } = useThemeEditorQuery({
    fetchPolicy: 'cache-and-network',
    skip: mayWrite !== true,
  });
  const company = data?.company ?? null;
  if (mayWrite === false) return <NotAllowed title={t('companyTheme.title')} scope="company:write" />;
  return (
    <Page
      title={t('companyTheme.title')}
      above={[{ to: '/administration', label: t('administration.title') }]}
      lead={t('companyTheme.lead')}
    >
      {error !== undefined && <FailureNote error={error} onRetry={() => void refetch()} />}
      {company === null && (loading || mayWrite === undefined) && <Loading />}
      {company !== null && (
        <ThemeEditor theme={company.theme} presets={data?.themePresets ?? []} onStale={() => void refetch()} />
      )}
    </Page>
  );
}
