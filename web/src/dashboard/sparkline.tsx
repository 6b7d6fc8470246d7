import { sparklineShape } from './sparkline-shape.ts';

/** Twelve months as a line, the last known point marked. Decoration: the tile says the same in words. */
export function Sparkline({ values, scale, className = '' }: SparklineProps) {
  const shape = sparklineShape(values, { width: 120, height: 36, ...(scale === undefined ? {} : { scale }) });
  if (shape === null) return null;
  return (
    <svg aria-hidden="true" viewBox="0 0 120 36" preserveAspectRatio="none" className={`overflow-visible ${className}`}>
      {shape.middle !== null && (
        <line
          x1="0"
          x2="120"
          y1={shape.middle}
          y2={shape.middle}
          stroke="var(--grey-5)"
          strokeDasharray="2 3"
          vectorEffect="non-scaling-stroke"
        />
      )}
      <path d={shape.area} fill="var(--accent-1)" />
      <path
        d={shape.line}
        fill="none"
        stroke="var(--accent-3)"
        strokeWidth="1.75"
        strokeLinejoin="round"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
      <path
        d={`M${shape.last.x} ${shape.last.y}h0`}
        stroke="var(--surface)"
        strokeWidth="10"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
      <path
        d={`M${shape.last.x} ${shape.last.y}h0`}
        stroke="var(--accent-4)"
        strokeWidth="6.5"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

interface SparklineProps {
  readonly values: readonly (number | null)[];
  /** Lowest and highest value of the axis; from zero to the largest value when left out. */
  readonly scale?: readonly [number, number];
  readonly className?: string;
}
