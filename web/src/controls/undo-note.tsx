import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';

/** What was just done, and the way back. */
export function UndoNote({ words, busy, onUndo }: { words: string; busy: boolean; onUndo: () => void }) {
  const { t } = useTranslation();
  return (
    <div
      role="status"
      className="flex flex-wrap items-center justify-between gap-2 rounded-base border border-line bg-sunken py-1 pr-1 pl-3"
    >
      <span className="min-w-0 text-13 break-words text-soft">{words}</span>
      <Button look="quiet" icon="undo" busy={busy} onClick={onUndo}>
        {t('takeBack')}
      </Button>
    </div>
  );
}
