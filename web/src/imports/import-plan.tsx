import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../controls/button.tsx';
import { Panel } from '../controls/panel.tsx';
import { useHasScope } from '../frame/viewer-context.ts';
import type { ImportDetailFragment } from '../generated/graphql.ts';
import { usePlanImportMutation, useStartImportMutation } from '../generated/hooks.ts';
import { useFormat } from '../language/use-format.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';
import { AccountFigures } from './account-figures.tsx';
import { type ColumnChoice, withColumnReadAs } from './column-choice.ts';
import { ColumnMapping } from './column-mapping.tsx';
import { DialectLine } from './dialect-line.tsx';
import { fieldWords } from './field-words.ts';
import { isBeingChecked } from './import-state.ts';
import { ProgressLine } from './progress-line.tsx';

/** Before anything is stored: how the file was read, which column is what, and what a run would do. */
export function ImportPlan({ plan }: { plan: ImportDetailFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayWrite = useHasScope('imports:write') ?? false;
  const navigate = useNavigate();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [planAgain, planning] = usePlanImportMutation();
  const [start, starting] = useStartImportMutation();
  const [wanted, setWanted] = useState<readonly ColumnChoice[] | null>(null);
  const newest = useRef<readonly ColumnChoice[]>(null);
  const { upload } = plan;
  const complete = plan.missingFields.length === 0 && plan.plan !== null;

  const readAs = async (column: string, field: string | null) => {
    if (upload === null) return;
    setRefusal(null);
    const columns = withColumnReadAs(wanted ?? plan.columns, column, field);
    setWanted(columns);
    newest.current = columns;
    const { data } = await planAgain({ variables: { input: { uploadId: upload.id, columns } } });
    // An answer to an older choice is passed over: a newer one is on its way.
    if (newest.current !== columns) return;
    setWanted(null);
    const planned = data?.planImport;
    if (planned?.__typename === 'Refused') return setRefusal(planned);
    if (planned && planned.import.id !== plan.id) {
      await navigate(`/imports/${planned.import.id}`, { replace: true });
    }
  };
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
            <Button look="primary" onClick={run} busy={starting.loading} disabled={!complete || planning.loading}>
              {t('plan.start')}
            </Button>
          )
        }
      >
        {refusal !== null && <RefusalNote refusal={refusal} />}
        {(planning.error ?? starting.error) !== undefined && <FailureNote error={planning.error ?? starting.error} />}
        {plan.missingFields.length > 0 && <MissingFields fields={plan.missingFields} />}
        <div aria-live="polite" aria-busy={planning.loading} className={planning.loading ? 'opacity-60' : ''}>
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
      <Panel title={t('mapping.title')} note={t(upload === null ? 'mapping.noteFixed' : 'mapping.note')}>
        <ColumnMapping
          columns={wanted ?? plan.columns}
          preview={plan.preview}
          disabled={!mayWrite || upload === null}
          onReadAs={(column, field) => void readAs(column, field)}
        />
      </Panel>
    </>
  );
}

function MissingFields({ fields }: { fields: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <div role="alert" className="grid gap-1 rounded-base border border-attention/40 bg-attention-tint p-4">
      <p className="font-medium text-attention">
        {t('plan.missing', { fields: fields.map((field) => fieldWords(t, field)).join(', ') })}
      </p>
      <p className="text-soft">{t('plan.missingRemedy')}</p>
    </div>
  );
}
