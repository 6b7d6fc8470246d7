import { useTranslation } from 'react-i18next';
import { ChoiceMenu } from '../frame/choice-menu.tsx';
import { useViewer } from '../frame/viewer-context.ts';
import { useFormat } from '../language/use-format.ts';
import { tellFailed } from '../toasts/toasts.ts';
import { type ChartTable, csvOf } from './csv-of.ts';
import { type Drawing, pictureOf } from './picture-of.ts';
import { pngOf } from './png-of.ts';
import { saveFile } from './save-file.ts';

/** The numbers of a chart or a tile as CSV, and the drawing as PNG or SVG: one control for all of them. */
export function DownloadMenu({ name, note = '', table, drawing }: DownloadMenuProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const viewer = useViewer();
  const save = async (kind: string): Promise<void> => {
    const file = `${name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)}.${kind}`;
    if (kind === 'csv') return saveFile(file, new Blob([csvOf(table())], { type: 'text/csv' }));
    const drawn = drawing();
    if (drawn === null) return tellFailed(t('charts.notDrawn'));
    const source = `${viewer?.company.name ?? ''} · ${format.dateTime(new Date())}`;
    const svg = pictureOf({ title: name, note, source, ...drawn });
    const blob = new Blob([svg], { type: 'image/svg+xml' });
    saveFile(file, kind === 'svg' ? blob : await pngOf(svg));
  };
  return (
    <span className="print:hidden">
      <ChoiceMenu
        look="compact"
        icon="download"
        name={t('charts.download', { name })}
        choices={[
          { id: 'csv', label: t('charts.csv') },
          { id: 'png', label: t('charts.png') },
          { id: 'svg', label: t('charts.svg') },
        ]}
        onChoose={(kind) => save(kind).catch(() => tellFailed(t('charts.notDrawn')))}
      />
    </span>
  );
}

export interface DownloadMenuProps {
  readonly name: string;
  readonly note?: string;
  readonly table: () => ChartTable;
  /** Null while there is nothing drawn. */
  readonly drawing: () => Drawing | null;
}
