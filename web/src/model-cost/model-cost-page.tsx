import { useTranslation } from 'react-i18next';
import { Page } from '../controls/page.tsx';
import { useHasScope } from '../frame/viewer-context.ts';
import { useModelCostQuery } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { NotAllowed } from '../states/not-allowed.tsx';
import { BudgetPanel } from './budget-panel.tsx';
import { LedgerPanel } from './ledger-panel.tsx';
import { RemoteModelPanel } from './remote-model-panel.tsx';

/** Which models of others read the company's texts, what they may cost in a month, and what they did. */
export function ModelCostPage() {
  const { t } = useTranslation();
  const mayRead = useHasScope('models:evaluate');
  const { data, error, loading, refetch } = useModelCostQuery({
    fetchPolicy: 'cache-and-network',
    skip: mayRead !== true,
  });
  const changed = () => void refetch();
  if (mayRead === false) return <NotAllowed title={t('modelCost.title')} scope="models:evaluate" />;
  const budget = data?.modelBudget;
  return (
    <Page title={t('modelCost.title')} above={[{ to: '/models', label: t('models.title') }]} lead={t('modelCost.lead')}>
      {error && <FailureNote error={error} onRetry={changed} />}
      {data === undefined && loading && <Loading />}
      {budget && (
        <>
          <RemoteModelPanel key={`models ${budget.settings.revision}`} budget={budget} onChanged={changed} />
          <BudgetPanel key={`budget ${budget.settings.revision}`} budget={budget} onChanged={changed} />
          <LedgerPanel month={budget.month} />
        </>
      )}
    </Page>
  );
}
