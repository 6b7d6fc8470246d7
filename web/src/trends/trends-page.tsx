import { useTranslation } from 'react-i18next';
import { Page } from '../controls/page.tsx';
import { useAddress } from '../frame/use-address.ts';
import { useHasScope } from '../frame/viewer-context.ts';
import { useTrendProgrammesQuery } from '../generated/hooks.ts';
import { NotAllowed } from '../states/not-allowed.tsx';
import { useOpenWhy } from '../why/use-open-why.ts';
import { WhyDrawer } from '../why/why-drawer.tsx';
import { ChangePanel } from './change-panel.tsx';
import { CohortPanel } from './cohort-panel.tsx';
import { FunnelPanel } from './funnel-panel.tsx';
import { GroupDrawer } from './group-drawer.tsx';
import { TrendPanel } from './trend-panel.tsx';
import { readTrendSearch, type TrendSearch } from './trend-search.ts';
import { useOpenGroup } from './use-open-group.ts';

/** How numbers move, how groups compare, where participants are lost, and what changed for them. The address holds what is chosen. */
export function TrendsPage() {
  const { t } = useTranslation();
  const mayRead = useHasScope('metrics:read');
  const { address, change } = useAddress<keyof TrendSearch>();
  const { data } = useTrendProgrammesQuery();
  const why = useOpenWhy();
  const { group, open, close } = useOpenGroup();
  if (mayRead === false) return <NotAllowed title={t('trends.title')} scope="metrics:read" />;
  const search = readTrendSearch(address);
  const programmes = data?.programmes?.nodes ?? [];
  return (
    <Page title={t('trends.title')} lead={t('trends.lead')}>
      <TrendPanel search={search} programmes={programmes} onChoose={change} onWhy={why.open} />
      <CohortPanel search={search} onChoose={change} onOpen={open} />
      <FunnelPanel programmeId={search.programme} programmes={programmes} onChoose={change} onOpen={open} />
      <ChangePanel onOpen={open} />
      {why.metricId !== null && (
        <WhyDrawer metricId={why.metricId} companyName={data?.viewer?.company.name ?? ''} onClose={why.close} />
      )}
      {group !== null && <GroupDrawer group={group} search={search} onClose={close} />}
    </Page>
  );
}
