import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../controls/page.tsx';
import { Panel } from '../controls/panel.tsx';
import { useHasScope } from '../frame/viewer-context.ts';
import { useModelsQuery } from '../generated/hooks.ts';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { NotAllowed } from '../states/not-allowed.tsx';
import { CanaryPanel } from './canary-panel.tsx';
import { DriftPanel } from './drift-panel.tsx';
import { EvaluateForm } from './evaluate-form.tsx';
import { EvaluationDetail } from './evaluation-detail.tsx';
import { EvaluationList } from './evaluation-list.tsx';
import { RegistryPanel } from './registry-panel.tsx';
import { ShadowPanel } from './shadow-panel.tsx';
import { VersionTable } from './version-table.tsx';

/** Milliseconds. An evaluation takes seconds; one that takes longer has failed, or waits behind other work. */
const longestWait = 60_000;

/** Which models scored the company's texts, and how good each of them is on texts whose answers are known. */
export function ModelsPage() {
  const { t } = useTranslation();
  const mayRead = useHasScope('evidence:read');
  const mayEvaluate = useHasScope('models:evaluate');
  const [chosen, setChosen] = useState<string | null>(null);
  const [awaited, setAwaited] = useState<string | null>(null);
  const [isLate, setIsLate] = useState(false);
  const models = useModelsQuery({ fetchPolicy: 'cache-and-network', skip: mayRead !== true });
  const evaluations = models.data?.modelEvaluations ?? [];
  const isHere = evaluations.some(({ id }) => id === awaited);
  const shown = evaluations.find(({ id }) => id === chosen) ?? evaluations[0] ?? null;

  // The job tells nobody when it is done: ask again until what was asked for is there.
  const { startPolling, stopPolling } = models;
  useEffect(() => {
    if (awaited === null || isHere) return;
    startPolling(1_000);
    const patience = setTimeout(() => {
      setAwaited(null);
      setIsLate(true);
    }, longestWait);
    return () => {
      clearTimeout(patience);
      stopPolling();
    };
  }, [awaited, isHere, startPolling, stopPolling]);

  const changed = () => void models.refetch();
  if (mayRead === false) return <NotAllowed title={t('models.title')} scope="evidence:read" />;
  return (
    <Page title={t('models.title')} lead={t('models.lead')}>
      {models.error && <FailureNote error={models.error} onRetry={() => void models.refetch()} />}
      {models.data === undefined && models.loading && <Loading />}
      {models.data && (
        <>
          {models.data.modelRegistry && <RegistryPanel registry={models.data.modelRegistry} onChanged={changed} />}
          {models.data.modelRegistry?.canary && (
            <CanaryPanel
              canary={models.data.modelRegistry.canary}
              verdicts={models.data.modelRegistry.verdicts}
              onChanged={changed}
            />
          )}
          <ShadowPanel
            shadow={models.data.modelRegistry?.shadow ?? null}
            runs={models.data.modelShadowRuns ?? []}
            onChanged={changed}
          />
          <VersionTable versions={models.data.modelVersions ?? []} onChanged={changed} />
          <DriftPanel key={models.data.modelDrift?.measuredAt} report={models.data.modelDrift} onChanged={changed} />
          <Panel title={t('models.evaluations')} note={t('models.evaluationsNote')}>
            {mayEvaluate === true && (
              <EvaluateForm
                versions={models.data.modelVersions ?? []}
                waiting={awaited !== null && !isHere}
                onAsked={(id) => {
                  setIsLate(false);
                  setAwaited(id);
                  setChosen(id);
                }}
              />
            )}
            {isLate && (
              <p role="status" className="text-14 text-soft">
                {t('models.late')}
              </p>
            )}
            {evaluations.length === 0 ? (
              <Empty title={t('models.empty.title')}>{t('models.empty.text')}</Empty>
            ) : (
              <EvaluationList evaluations={evaluations} shown={shown?.id ?? null} onShow={setChosen} />
            )}
          </Panel>
          {shown && <EvaluationDetail key={shown.id} id={shown.id} others={evaluations} />}
        </>
      )}
    </Page>
  );
}
