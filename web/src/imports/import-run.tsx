import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button, buttonClass } from '../controls/button.tsx';
import { ModalDialog } from '../controls/modal-dialog.tsx';
import { Panel } from '../controls/panel.tsx';
import { LiveIndicator } from '../dashboard/live-indicator.tsx';
import { useHasScope } from '../frame/viewer-context.ts';
import type { ImportDetailFragment } from '../generated/graphql.ts';
import { useCancelImportMutation, useStartImportMutation, useUndoImportMutation } from '../generated/hooks.ts';
import type { LiveState } from '../graph/follow-live.ts';
import { useFormat } from '../language/use-format.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';
import { AccountFigures } from './account-figures.tsx';
import { ImportAgainButton, useImportAgain } from './import-again.tsx';
import { isOver, isRunning, shareDone } from './import-state.ts';
import { ProgressLine } from './progress-line.tsx';

/** A run while it goes, and what it left. It can be stopped, gone on with, and taken back. */
export function ImportRun({ run, live }: { run: ImportDetailFragment; live: LiveState }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [asksUndo, setAsksUndo] = useState(false);
  const mayWrite = useHasScope('imports:write') ?? false;
  const [cancel, cancelling] = useCancelImportMutation();
  const [start, starting] = useStartImportMutation();
  const [undo, undoing] = useUndoImportMutation();
  const importAgain = useImportAgain();
  const moves = isRunning(run.status);
  const stored = run.account.created + run.account.updated;
  const variables = { id: run.id };
  const error = cancelling.error ?? starting.error ?? undoing.error;

  const onCancel = async () => {
    const { data } = await cancel({ variables });
    setRefusal(refusalIn(data?.cancelImport));
  };
  const onGoOn = async () => {
    const { data } = await start({ variables });
    setRefusal(refusalIn(data?.startImport));
  };
  const onUndo = async () => {
    setAsksUndo(false);
    const { data } = await undo({ variables });
    setRefusal(refusalIn(data?.undoImport));
  };

  return (
    <Panel
      title={t(`run.title.${run.status}`)}
      note={run.finishedAt === null ? undefined : t('run.finished', { time: format.dateTime(run.finishedAt) })}
      actions={
        mayWrite && (
          <div className="flex flex-wrap gap-2">
            {(run.status === 'QUEUED' || run.status === 'RUNNING') && (
              <Button onClick={onCancel} busy={cancelling.loading}>
                {t('run.cancel')}
              </Button>
            )}
            {(run.status === 'CANCELLED' || run.status === 'FAILED') && run.failure?.code !== 'UNDO_INTERRUPTED' && (
              <Button look="primary" onClick={onGoOn} busy={starting.loading}>
                {t('run.goOn')}
              </Button>
            )}
            {run.upload !== null && isOver(run.status) && (
              <ImportAgainButton
                fileName={run.fileName}
                busy={importAgain.busy}
                onClick={() => run.upload !== null && importAgain.again(run.upload.id)}
              />
            )}
            {stored > 0 && ['COMPLETED', 'CANCELLED', 'FAILED'].includes(run.status) && (
              <Button look="danger" icon="undo" onClick={() => setAsksUndo(true)} busy={undoing.loading}>
                {t('run.undo')}
              </Button>
            )}
          </div>
        )
      }
    >
      {importAgain.problem}
      {refusal !== null && <RefusalNote refusal={refusal} />}
      {error !== undefined && <FailureNote error={error} />}
      {run.failure !== null && <RefusalNote refusal={run.failure} />}
      {moves && (
        <div className="grid gap-2">
          <ProgressLine
            label={t(`importStatus.${run.status}`)}
            share={run.status === 'RUNNING' ? shareDone(run) : null}
            words={run.status === 'RUNNING' ? format.percent(shareDone(run)) : ''}
          />
          <LiveIndicator state={live} />
        </div>
      )}
      <AccountFigures account={run.account} />
      {run.status === 'COMPLETED' && (
        <div>
          <Link to="/" className={buttonClass('secondary')}>
            {t('run.toDashboard')}
          </Link>
        </div>
      )}
      {asksUndo && (
        <ModalDialog
          role="alertdialog"
          title={t('undo.title', { file: run.fileName })}
          onClose={() => setAsksUndo(false)}
        >
          <p className="text-soft">
            {run.account.created > 0 &&
              t('undo.created', { count: run.account.created, number: format.whole(run.account.created) })}{' '}
            {run.account.updated > 0 &&
              t('undo.updated', { count: run.account.updated, number: format.whole(run.account.updated) })}
          </p>
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => setAsksUndo(false)} autoFocus>
              {t('undo.keep')}
            </Button>
            <Button look="danger" onClick={onUndo}>
              {t('undo.confirm')}
            </Button>
          </div>
        </ModalDialog>
      )}
    </Panel>
  );
}

type Payload = { __typename: 'ImportChanged' } | ({ __typename: 'Refused' } & Refusal) | null | undefined;

function refusalIn(payload: Payload): Refusal | null {
  return payload?.__typename === 'Refused' ? payload : null;
}
