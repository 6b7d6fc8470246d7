import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button, buttonClass } from '../controls/button.tsx';
import { Page } from '../controls/page.tsx';
import { Panel } from '../controls/panel.tsx';
import { useHasScope } from '../frame/viewer-context.ts';
import { useEvaluateJourneysMutation, useJourneyOverviewQuery } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { NotAllowed } from '../states/not-allowed.tsx';
import { EvaluationLine } from './evaluation-line.tsx';
import { FollowUpList } from './follow-up-list.tsx';
import { RuleTable } from './rule-table.tsx';
import { useLiveEvaluation } from './use-live-evaluation.ts';

/** The rules that turn what happens into flags, milestones and follow-ups, and the follow-ups that are open. */
export function JourneyPage() {
  const { t } = useTranslation();
  const mayRead = useHasScope('people:read');
  if (mayRead === false) return <NotAllowed title={t('journey.title')} scope="people:read" />;
  return <JourneyOverview />;
}

function JourneyOverview() {
  const { t } = useTranslation();
  const mayWrite = useHasScope('journeys:write') ?? false;
  const { data, error, loading, refetch } = useJourneyOverviewQuery({ fetchPolicy: 'cache-and-network' });
  const [evaluate, asking] = useEvaluateJourneysMutation();
  useLiveEvaluation(() => void refetch());
  const rules = data?.journeyRules ?? null;
  const evaluation = data?.journeyEvaluation ?? null;
  const ask = () => void evaluate().then(() => refetch());
  return (
    <Page
      title={t('journey.title')}
      lead={t('journey.lead')}
      aside={
        mayWrite && (
          <Link to="/journey/new" className={buttonClass('primary')}>
            {t('journey.newRule')}
          </Link>
        )
      }
    >
      <Panel
        title={t('journey.rules')}
        note={t('journey.rulesNote')}
        actions={
          mayWrite && (
            <Button onClick={ask} busy={asking.loading}>
              {t('journey.evaluation.ask')}
            </Button>
          )
        }
      >
        {error !== undefined && <FailureNote error={error} onRetry={() => void refetch()} />}
        {asking.error !== undefined && <FailureNote error={asking.error} />}
        {rules === null && loading && <Loading />}
        {evaluation !== null && <EvaluationLine evaluation={evaluation} />}
        {rules !== null && <RuleTable rules={rules} />}
      </Panel>
      <FollowUpList mayWrite={mayWrite} />
    </Page>
  );
}
