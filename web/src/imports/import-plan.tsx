import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { Panel } from '../controls/panel.tsx';
import { useHasScope } from '../frame/viewer-context.ts';
import type { ImportDetailFragment } from '../generated/graphql.ts';
import { useStartImportMutation } from '../generated/hooks.ts';
import { useFormat } from '../language/use-format.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';
import { AccountFigures } from './account-figures.tsx';
import { ColumnMapping } from './column-mapping.tsx';
import { DialectLine } from './dialect-line.tsx';
import { fieldWords } from './field-words.ts';
import { isBeingChecked } from './import-state.ts';
import { KindChoice } from './kind-choice.tsx';
import { ProgressLine } from './progress-line.tsx';
import { useReplan } from './use-replan.ts';

/** Before anything is stored: how the file was read, which column is what, and what a run would do. */
export function ImportPlan({ plan }: { plan: ImportDetailFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayWrite = useHasScope('imports:write') ?? false;
  const replan = useReplan(plan);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [start, starting] = useStartImportMutation();
  const mayChoose = mayWrite && plan.upload !== null;
  const complete = plan.missingFields.length === 0 && plan.plan !== null;
  const problem = refusal ?? replan.refusal;
  const error = replan.error ?? starting.error;

  const run = async () => {
    setRefusal(null);
    const { data } = await start({ variables: { id: plan.id } });
    if (data?.startImport?.__typename === 'Refused') setRefusal(data.startImport);
  };

  return (
    <>
      <Panel
        title={t('plan.title')}
        note={t(isBeingChecked(plan) ? 'plan.noteChecking' : 'plan.note')}
        actions={
          mayWrite && (
            <Button look="primary" onClick={run} busy={starting.loading} disabled={!complete || replan.loading}>
              {t('plan.start')}
            </Button>
          )
        }
      >
        <KindChoice kind={replan.kind} disabled={!mayChoose} onChoose={replan.takeFor} />
        {problem !== null && <RefusalNote refusal={problem} />}
        {error !== undefined && <FailureNote error={error} />}
        {plan.missingFields.length > 0 && <MissingFields fields={plan.missingFields} />}
        <div aria-live="polite" aria-busy={replan.loading} className={replan.loading ? 'opacity-60' : ''}>
          {plan.plan !== null && <AccountFigures account={plan.plan} />}
          {plan.plan !== null && plan.plan.rejected > 0 && (
            <p className="mt-3 text-13 text-muted">{t('plan.rejected')}</p>
          )}
          {isBeingChecked(plan) && (
            <ProgressLine
              label={t('drop.checking')}
              share={plan.progress > 0 ? plan.progress : null}
              words={plan.progress > 0 ? format.percent(plan.progress) : ''}
            />
          )}
          {plan.missingFields.length > 0 && <p className="text-13 text-muted">{t('plan.noAccount')}</p>}
        </div>
        <DialectLine dialect={plan.dialect} />
      </Panel>
      <Panel title={t('mapping.title')} note={t(plan.upload === null ? 'mapping.noteFixed' : 'mapping.note')}>
        <ColumnMapping
          columns={replan.columns}
          fields={plan.fields}
          preview={plan.preview}
          disabled={!mayChoose}
          onReadAs={replan.readAs}
        />
      </Panel>
    </>
  );
}

function MissingFields({ fields }: { fields: readonly string[] }) {
  const { t, i18n } = useTranslation();
  return (
    <div role="alert" className="grid gap-1 rounded-base border border-attention/40 bg-attention-tint p-4">
      <p className="font-medium text-attention">
        {t('plan.missing', { fields: fields.map((field) => fieldWords(t, i18n, field)).join(', ') })}
      </p>
      <p className="text-soft">{t('plan.missingRemedy')}</p>
    </div>
  );
}
