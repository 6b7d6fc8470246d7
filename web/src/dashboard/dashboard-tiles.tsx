import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { textLinkClass } from '../controls/text-link.ts';
import type { TileMetricFragment } from '../generated/graphql.ts';
import { NoteList } from '../notes/note-list.tsx';
import type { TileId } from '../views/arrangement.ts';
import { MetricTile } from './metric-tile.tsx';
import { OutcomePanel } from './outcome-panel.tsx';
import type { TileSeries } from './tile-series.ts';
import type { DashboardTiles as Tiles } from './use-dashboard-numbers.ts';

/** Tiles in the order of the arrangement. Each takes the room of its kind, and rows fill themselves. */
export function DashboardTiles({ tiles, order, programmeId, onWhy }: DashboardTilesProps) {
  const { t } = useTranslation();
  const series = new Map(
    [...tiles.counts, ...tiles.outcomes, tiles.socialReturn, tiles.volunteerImpact].map((one) => [tileOf(one), one]),
  );
  return (
    <section aria-label={t('dashboard.numbers')} className="flex flex-wrap gap-4">
      {order.map((id) => {
        const one = series.get(id);
        return (
          <div key={id} className={`grid min-w-0 grow break-inside-avoid ${basisOf(id, one)}`}>
            {one === undefined ? (
              <OutcomePanel
                series={tiles.outcomes}
                onWhy={onWhy}
                notes={(periods) => <NoteList periods={periods} programmeId={programmeId} />}
              />
            ) : (
              <MetricTile series={one} onWhy={onWhy} {...(id === 'SROI' ? { nothing: <NoAccountYet /> } : {})} />
            )}
          </div>
        );
      })}
    </section>
  );
}

function tileOf({ name, dimension }: TileSeries): TileId {
  return (dimension === null ? name : `${name}.${dimension}`) as TileId;
}

/** Three counts, four outcomes or two of the others to a row; on a narrow screen one below the other. */
function basisOf(id: TileId, series: TileSeries | undefined): string {
  if (series === undefined) return 'basis-full';
  if (series.dimension !== null) return 'basis-full sm:basis-[calc(50%-1rem)] lg:basis-[calc(25%-1rem)]';
  const half = 'basis-full sm:basis-[calc(50%-1rem)]';
  return id === 'SROI' || id === 'VIS' ? half : `${half} lg:basis-[calc(33.3%-1rem)]`;
}

/** A social return needs somebody's assumptions, so here the tile leads to where they are made. */
function NoAccountYet(): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="grid content-start justify-items-start gap-2">
      <p className="max-w-[48ch] text-13 text-muted">{t('socialReturn.noAccount')}</p>
      <Link to="/impact/social-return" className={textLinkClass}>
        {t('socialReturn.toAccount')}
      </Link>
    </div>
  );
}

interface DashboardTilesProps {
  readonly tiles: Tiles;
  readonly order: readonly TileId[];
  /** Whose numbers these are; null for the whole company. */
  readonly programmeId: string | null;
  readonly onWhy: (metric: TileMetricFragment) => void;
}
