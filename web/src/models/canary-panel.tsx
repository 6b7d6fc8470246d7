import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { DataTable } from '../controls/data-table.tsx';
import { Panel } from '../controls/panel.tsx';
import { useHasScope } from '../frame/viewer-context.ts';
import type { RegistryFieldsFragment } from '../generated/graphql.ts';
import { usePromoteModelCanaryMutation, useWithdrawModelCanaryMutation } from '../generated/hooks.ts';
import { useFormat } from '../language/use-format.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';

type Canary = NonNullable<RegistryFieldsFragment['canary']>;

/** A version on trial: what it scores, what it has to pass, and how its trial ends. */
export function CanaryPanel({ canary, verdicts, onChanged }: CanaryPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayDecide = useHasScope('models:write') === true;
  const verdict = verdicts.find(({ version, judgedAt }) => version === canary.version && judgedAt >= canary.since);
  return (
    <Panel
      title={t('models.canaryTitle', { version: canary.version, share: format.percent(canary.share) })}
      term="canary"
      note={t('models.canaryNote', { since: format.dateTime(canary.since) })}
    >
      {verdict && (
        <p className="text-14 text-soft">
          {t('models.trial.said', {
            reason: t(`models.trial.reasons.${verdict.reason}`),
            at: format.dateTime(verdict.judgedAt),
          })}
        </p>
      )}
      <Checks checks={canary.checks} />
      {mayDecide && <Ending isReady={canary.checks.every(({ passed }) => passed)} onChanged={onChanged} />}
    </Panel>
  );
}

function Checks({ checks }: { checks: Canary['checks'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const written = (rule: Canary['checks'][number]['rule'], value: number | null) => {
    if (value === null) return t('models.unmeasured');
    return rule === 'REVIEWED' ? format.whole(value) : format.level(value);
  };
  return (
    <DataTable
      name={t('models.checks')}
      rows={checks}
      keyOf={({ rule }) => rule}
      columns={[
        { key: 'rule', title: t('models.check'), namesRow: true, cell: ({ rule }) => t(`models.rules.${rule}`) },
        {
          key: 'required',
          title: t('models.required'),
          side: 'right',
          cell: ({ rule, required }) => written(rule, required),
        },
        {
          key: 'measured',
          title: t('models.measured'),
          side: 'right',
          cell: ({ rule, measured }) => written(rule, measured),
        },
        {
          key: 'passed',
          title: t('models.state'),
          cell: ({ passed }) => t(passed ? 'models.passed' : 'models.notPassed'),
        },
      ]}
    />
  );
}

function Ending({ isReady, onChanged }: { isReady: boolean; onChanged: () => void }) {
  const { t } = useTranslation();
  const [promote, promoting] = usePromoteModelCanaryMutation();
  const [withdraw, withdrawing] = useWithdrawModelCanaryMutation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const take = async () => {
    setRefusal(null);
    const { data } = await promote();
    if (data?.promoteModelCanary?.__typename === 'Refused') setRefusal(data.promoteModelCanary);
    onChanged();
  };
  const end = async () => {
    setRefusal(null);
    const { data } = await withdraw();
    if (data?.withdrawModelCanary?.__typename === 'Refused') setRefusal(data.withdrawModelCanary);
    onChanged();
  };
  const error = promoting.error ?? withdrawing.error;
  return (
    <div className="grid gap-2">
      {refusal !== null && <RefusalNote refusal={refusal} />}
      {error !== undefined && <FailureNote error={error} />}
      <div className="flex flex-wrap justify-end gap-2">
        <Button busy={withdrawing.loading} onClick={() => void end()}>
          {t('models.withdraw')}
        </Button>
        {isReady && (
          <Button look="primary" busy={promoting.loading} onClick={() => void take()}>
            {t('models.promote')}
          </Button>
        )}
      </div>
    </div>
  );
}

interface CanaryPanelProps {
  readonly canary: Canary;
  /** Of the job that judges versions which take over by themselves, the newest first. */
  readonly verdicts: RegistryFieldsFragment['verdicts'];
  readonly onChanged: () => void;
}
