import { useFormat } from '../language/use-format.ts';
import { type CurveKind, type NamedCurve, placeOf, pointsOf } from './curve-drawing.ts';

/** The curves of all dimensions in one square; a dot stands where the threshold in force is. The numbers stand beside it. */
export function CurveChart({ kind, curves, thresholds, axes }: CurveChartProps) {
  const format = useFormat();
  return (
    <figure className="grid max-w-80 gap-2">
      <svg viewBox={`-4 -4 ${SIDE + 8} ${SIDE + 8}`} aria-hidden="true" className="w-full">
        <rect width={SIDE} height={SIDE} className="fill-none stroke-line" />
        {kind === 'ROC' && (
          <line x1={0} y1={SIDE} x2={SIDE} y2={0} className="stroke-line-strong" strokeDasharray="4 4" />
        )}
        {curves.map(({ curve, token }) => (
          <g key={curve.dimension} style={{ stroke: `var(${token})`, fill: `var(${token})` }}>
            <polyline points={pointsOf(kind, curve, SIDE)} fill="none" strokeWidth={2} />
            {curve.points
              .filter(({ threshold }) => threshold === thresholds.get(curve.dimension))
              .map((point) => {
                const [x, y] = placeOf(kind, point);
                return <circle key={point.threshold} cx={x * SIDE} cy={(1 - y) * SIDE} r={4} />;
              })}
          </g>
        ))}
      </svg>
      <figcaption className="grid gap-1 text-12 text-muted">
        <span>{`↑ ${axes[1]} → ${axes[0]}`}</span>
        <ul className="grid gap-1 text-soft">
          {curves.map(({ curve, name, token }) => (
            <li key={curve.dimension} className="flex items-center gap-2">
              <span aria-hidden="true" className="h-0.5 w-5 shrink-0" style={{ background: `var(${token})` }} />
              {`${name}: ${format.level(kind === 'ROC' ? curve.areaUnderRoc : curve.averagePrecision)}`}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

const SIDE = 320;

interface CurveChartProps {
  readonly kind: CurveKind;
  readonly curves: readonly NamedCurve[];
  /** In force, by dimension. */
  readonly thresholds: ReadonlyMap<string, number>;
  /** Across and up. */
  readonly axes: readonly [string, string];
}
