import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBegun } from '../commands/use-begun.ts';
import { Button } from '../controls/button.tsx';
import { Page } from '../controls/page.tsx';
import { useAddress } from '../frame/use-address.ts';
import { useHasScope } from '../frame/viewer-context.ts';
import { NotAllowed } from '../states/not-allowed.tsx';
import { HoursDrawer } from './hours-drawer.tsx';
import { HoursList } from './hours-list.tsx';
import { type HoursSearch, readSearch } from './hours-search.ts';
import { LogHoursDialog } from './log-hours-dialog.tsx';

/** Hours that volunteers gave beside sessions, narrowed by what stands in the address: logged, and decided by reviewers. */
export function HoursPage() {
  const { t } = useTranslation();
  const mayRead = useHasScope('programmes:read');
  const mayLog = useHasScope('hours:write') ?? false;
  const { address, change, reset } = useAddress<keyof HoursSearch>();
  const search = readSearch(address);
  const [logging, setLogging] = useBegun('logging');
  // Raised when something was logged or decided elsewhere than in the list.
  const [news, setNews] = useState(0);

  if (mayRead === false) return <NotAllowed title={t('hours.title')} scope="programmes:read" />;
  return (
    <Page
      title={t('hours.title')}
      lead={t('hours.lead')}
      aside={
        mayLog && (
          <Button look="primary" icon="hours" onClick={() => setLogging(true)}>
            {t('hours.log')}
          </Button>
        )
      }
    >
      {mayRead && (
        <HoursList
          search={search}
          news={news}
          onChange={change}
          onOpen={(id) => change('entry', id, { replace: false })}
          onClear={() => reset()}
        />
      )}
      {mayRead && search.entry !== '' && (
        <HoursDrawer
          id={search.entry}
          onVolunteer={(volunteer) => reset({ volunteer })}
          onDecided={() => setNews(news + 1)}
          onClose={() => change('entry', '')}
        />
      )}
      {logging && (
        <LogHoursDialog
          onLogged={() => {
            setLogging(false);
            setNews(news + 1);
          }}
          onClose={() => setLogging(false)}
        />
      )}
    </Page>
  );
}
