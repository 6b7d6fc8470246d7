import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Page } from '../controls/page.tsx';
import { useHasScope } from '../frame/viewer-context.ts';
import { useJourneyRuleDetailQuery } from '../generated/hooks.ts';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { NotAllowed } from '../states/not-allowed.tsx';
import { ruleTitle } from './journey-names.ts';
import { RuleEditor } from './rule-editor.tsx';

/** One rule: its text, what it would change, and what it was before. */
export function RulePage() {
  const language = useTranslation();
  const { t } = language;
  const { name = '' } = useParams();
  const mayRead = useHasScope('people:read');
  const { data, error, loading, refetch } = useJourneyRuleDetailQuery({ variables: { name } });
  const rule = data?.journeyRule ?? null;
  if (mayRead === false) return <NotAllowed title={t('journey.title')} scope="people:read" />;
  if (rule === null) {
    return (
      <Page above={[{ to: '/journey', label: t('journey.title') }]} title={t('journey.rule')}>
        {error !== undefined && <FailureNote error={error} onRetry={() => void refetch()} />}
        {loading && <Loading />}
        {!loading && error === undefined && <Empty title={t('journey.noRule')}>{t('journey.noRuleText')}</Empty>}
      </Page>
    );
  }
  const description = rule.origin === 'DEFAULT' ? `journeyDescription.${name}` : '';
  return (
    <Page
      above={[{ to: '/journey', label: t('journey.title') }]}
      title={ruleTitle(rule, language)}
      lead={
        language.i18n.exists(description)
          ? t(`journeyDescription.${name as 'mentor_ready'}`)
          : (rule.description ?? undefined)
      }
    >
      <RuleEditor rule={rule} onChanged={() => void refetch()} />
    </Page>
  );
}

/** A rule that there is not yet. */
export function NewRulePage() {
  const { t } = useTranslation();
  return (
    <Page
      above={[{ to: '/journey', label: t('journey.title') }]}
      title={t('journey.newRule')}
      lead={t('journey.newRuleLead')}
    >
      <RuleEditor rule={null} onChanged={() => {}} />
    </Page>
  );
}
