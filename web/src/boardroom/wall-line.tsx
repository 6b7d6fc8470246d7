import { levelAxis } from '../dashboard/level-axis.ts';
import { periodsUpTo } from '../dashboard/period.ts';
import { sparklineShape } from '../dashboard/sparkline-shape.ts';
import { lastPeriod, type TileSeries, valueIn } from '../dashboard/tile-series.ts';
import { useFormat } from '../language/use-format.ts';

/** Twelve months as a line that is seen across a room. Decoration: the slide says the change in words. */
export function WallLine({ series }: { series: TileSeries }) {
  const format = useFormat();
  const last = lastPeriod([series]);
  if (last === null) return null;
  const months = periodsUpTo(last, 12);
  const values = months.map((month) => valueIn(series, month));
  const axis = levelAxis(values);
  const shape = sparklineShape(values, {
    width: 1200,
    height: 200,
    ...(series.dimension === null ? {} : { scale: [axis.min, axis.max] as const }),
  });
  if (shape === null) return null;
  const dot = `M${shape.last.x} ${shape.last.y}h0`;
  return (
    <div aria-hidden="true" className="grid min-h-0 grid-rows-[minmax(0,1fr)_auto] gap-2">
      <svg
        aria-hidden="true"
        viewBox="0 0 1200 200"
        preserveAspectRatio="none"
        className="h-full min-h-12 w-full overflow-visible"
      >
        <path d={shape.area} fill="var(--accent-1)" />
        <path
          d={shape.line}
          fill="none"
          stroke="var(--accent-3)"
          strokeWidth="4"
          strokeLinejoin="round"
          strokeLinecap="round"
          vectorEffect="non-scaling-stroke"
        />
        <path d={dot} stroke="var(--grey-1)" strokeWidth="26" strokeLinecap="round" vectorEffect="non-scaling-stroke" />
        <path
          d={dot}
          stroke="var(--accent-4)"
          strokeWidth="18"
          strokeLinecap="round"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <div className="flex justify-between text-[max(0.875rem,1.5vmin)] text-muted">
        <span>{format.month(months[0] ?? last)}</span>
        <span>{format.month(last)}</span>
      </div>
    </div>
  );
}
