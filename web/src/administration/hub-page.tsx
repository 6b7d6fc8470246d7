import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../controls/icon.tsx';
import { Page } from '../controls/page.tsx';
import { openTo } from '../frame/destinations.ts';
import { useViewer } from '../frame/viewer-context.ts';
import { Loading } from '../states/loading.tsx';
import { NotAllowed } from '../states/not-allowed.tsx';
import { areas } from './areas.ts';

/** Everything that an administrator looks after, each with what it is for. */
export function HubPage() {
  const { t } = useTranslation();
  const viewer = useViewer();
  if (viewer !== null && !viewer.scopes.includes('audit:read'))
    return <NotAllowed title={t('administration.title')} scope="audit:read" />;
  return (
    <Page title={t('administration.title')} lead={t('administration.lead')}>
      {viewer === null ? (
        <Loading />
      ) : (
        <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {openTo(areas, viewer.scopes).map(({ key, to, icon, title }) => (
            <li key={key} className="grid">
              <Link
                to={to}
                className="grid content-start gap-1 rounded-base border border-line bg-surface p-4 hover:border-line-strong hover:bg-sunken"
              >
                <span className="flex items-center gap-2.5 font-strong text-ink">
                  <Icon name={icon} className="size-4 text-accent" />
                  {t(title)}
                </span>
                <span className="text-13 text-muted">{t(`administration.about.${key}`)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
