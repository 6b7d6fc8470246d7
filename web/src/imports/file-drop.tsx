import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { DropZone } from 'react-aria-components/DropZone';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { useTranslation } from 'react-i18next';
import { Button, buttonClass } from '../controls/button.tsx';
import { Icon } from '../controls/icon.tsx';
import { useFormat } from '../language/use-format.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { RefusalNote } from '../states/refusal-note.tsx';
import { ProgressLine } from './progress-line.tsx';
import { SampleFile } from './sample-file.tsx';
import { useFileWayIn } from './use-file-way-in.ts';

/** Where a partner's file is dropped, or picked. It is sent, checked, and then shown before anything is stored. */
export function FileDrop() {
  const { t } = useTranslation();
  const format = useFormat();
  const way = useFileWayIn();
  const [several, setSeveral] = useState(false);
  const take = (files: readonly File[]) => {
    const [file] = files;
    setSeveral(files.length > 1);
    if (file !== undefined) way.take(file);
  };
  const { state } = way;
  return (
    <div className="grid gap-4">
      <DropZone
        aria-label={t('drop.title')}
        isDisabled={state.kind === 'sending' || state.kind === 'checking'}
        getDropOperation={() => 'copy'}
        onDrop={async ({ items }) => {
          const files = items.filter((item) => item.kind === 'file').map((item) => item.getFile());
          take(await Promise.all(files));
        }}
        className="grid min-h-52 place-items-center rounded-base border-2 border-dashed border-line-strong bg-surface px-6 py-10 text-center transition-colors duration-150 data-drop-target:border-accent data-drop-target:bg-accent-tint data-focus-visible:outline-2 data-focus-visible:outline-accent"
      >
        {state.kind === 'sending' || state.kind === 'checking' ? (
          <div className="grid w-full max-w-100 gap-3">
            <p className="truncate font-medium">{state.fileName}</p>
            <ProgressLine
              label={t(state.kind === 'sending' ? 'drop.sending' : 'drop.checking')}
              share={state.kind === 'sending' ? state.share : null}
              words={state.kind === 'sending' ? format.percent(state.share) : ''}
            />
            <div>
              <Button onClick={way.stop}>{t('drop.stop')}</Button>
            </div>
          </div>
        ) : (
          <div className="grid justify-items-center gap-3">
            <span className="grid size-10 place-items-center rounded-full bg-accent-tint text-accent">
              <Icon name="imports" className="size-5" />
            </span>
            <div className="grid gap-1">
              <p className="text-16 font-medium text-ink">{t('drop.title')}</p>
              <p className="max-w-[56ch] text-13 text-muted">{t('drop.help')}</p>
            </div>
            <FileTrigger acceptedFileTypes={['.csv', '.txt', 'text/csv']} onSelect={(list) => take([...(list ?? [])])}>
              <AriaButton className={buttonClass('primary')}>{t('drop.choose')}</AriaButton>
            </FileTrigger>
          </div>
        )}
      </DropZone>
      {state.kind !== 'sending' && state.kind !== 'checking' && <SampleFile onTake={way.take} />}
      {several && (
        <p role="status" className="text-13 text-attention">
          {t('drop.several')}
        </p>
      )}
      {state.kind === 'refused' && <RefusalNote refusal={state.refusal} />}
      {state.kind === 'failed' && <FailureNote error={state.error} onRetry={way.again} />}
    </div>
  );
}
