import { useTranslation } from 'react-i18next';
import { DownloadMenu } from '../charts/download-menu.tsx';
import { rowsDrawn } from '../charts/rows-drawn.ts';
import type { ChangeRowFragment, OutcomeDimension } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';

export interface ChangedRow extends ChangeRowFragment {
  readonly dimension: OutcomeDimension;
}

/** Before and after as numbers, and as bars from one to the other. */
export function ChangeDownload({ rows }: { rows: readonly ChangedRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const signed = (value: number) => `${value > 0 ? '+' : ''}${format.level(value)}`;
  return (
    <DownloadMenu
      name={t('trends.change.title')}
      note={t('trends.change.note')}
      table={() => ({
        columns: [
          ...[t('trends.dimension'), t('trends.programme'), t('trends.change.before'), t('trends.change.after')],
          ...[t('trends.change.change'), t('charts.low'), t('charts.high'), t('trends.change.pairs')],
        ],
        rows: rows.map(({ dimension, programme, before, after, change, interval, pairs }) => [
          ...[t(`dimension.${dimension}`), programme?.name ?? t('trends.all'), before, after, change],
          ...[interval?.low ?? null, interval?.high ?? null, pairs],
        ]),
      })}
      drawing={() =>
        rowsDrawn(
          rows.flatMap(({ dimension, programme, before, after, change }) =>
            before === null || after === null || change === null
              ? []
              : {
                  name: [t(`dimension.${dimension}`), programme?.name].filter(Boolean).join(', '),
                  ...{
                    words: signed(change),
                    from: Math.min(before, after),
                    to: Math.max(before, after),
                    dot: after,
                  },
                },
          ),
        )
      }
    />
  );
}
