import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ModalDrawer } from '../controls/modal-drawer.tsx';
import { metricWords } from '../dashboard/metric-words.ts';
import { useWhyQuery } from '../generated/hooks.ts';
import { useFormat } from '../language/use-format.ts';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { ActivityList } from './activity-list.tsx';
import { ContributionList } from './contribution-list.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { FormulaFilled } from './formula-filled.tsx';
import { SessionList } from './session-list.tsx';
import { whyPeriod } from './why-period.ts';

/** From a number down: formula, inputs, evidence, sessions. Each level can be cited. */
export function WhyDrawer({ metricId, companyName, onClose }: WhyDrawerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, loading, refetch } = useWhyQuery({ variables: { id: metricId } });
  const metric = data?.metric ?? null;

  // The drawer is open while the number changes live: what it stands on has changed too.
  const computedAt = metric?.computedAt;
  const explained = useRef(computedAt);
  useEffect(() => {
    if (explained.current !== undefined && explained.current !== computedAt) void refetch();
    explained.current = computedAt;
  }, [computedAt, refetch]);

  const title = metric === null ? t('why.title') : t('why.titleOf', { metric: metricWords(t, metric) });
  const subtitle = metric === null ? undefined : whyPeriod(t, format, metric);
  return (
    <ModalDrawer title={title} {...(subtitle ? { subtitle } : {})} onClose={onClose}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-7">
        {error !== undefined && <FailureNote error={error} onRetry={() => void refetch()} />}
        {metric === null && loading && <Loading />}
        {metric === null && !loading && error === undefined && (
          <Empty title={t('why.gone.title')}>{t('why.gone.text')}</Empty>
        )}
        {metric !== null && (
          <>
            <FormulaFilled metric={metric} companyName={companyName} />
            <ContributionList parts={metric.lineage.contributions} />
            <EvidenceList metric={metric} page={metric.lineage.evidence} />
            <SessionList metricId={metric.id} page={metric.lineage.sessions} />
            <ActivityList month={metric.month} page={metric.lineage.activities} />
          </>
        )}
      </div>
    </ModalDrawer>
  );
}

interface WhyDrawerProps {
  readonly metricId: string;
  readonly companyName: string;
  readonly onClose: () => void;
}
