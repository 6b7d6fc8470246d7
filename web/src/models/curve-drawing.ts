import { escaped } from '../charts/figure-svg.ts';
import type { Drawing } from '../charts/picture-of.ts';
import type { ModelCurvesQuery } from '../generated/graphql.ts';
import { screenColour } from '../theme/screen-colour.ts';

export type Curve = NonNullable<ModelCurvesQuery['modelEvaluation']>['curves'][number];
export type CurveKind = 'ROC' | 'PR';

/** Where a point lies, both from 0 to 1, the second from below. */
export function placeOf(kind: CurveKind, point: Curve['points'][number]): readonly [number, number] {
  return kind === 'ROC' ? [point.falsePositiveRate, point.recall] : [point.recall, point.precision];
}

/** The points of a curve in a square, as SVG takes them. A ROC curve ends where nothing passes. */
export function pointsOf(kind: CurveKind, { points }: Curve, side: number): string {
  const places = points.map((point) => placeOf(kind, point));
  const all = kind === 'ROC' ? [...places, [0, 0] as const] : places;
  return all.map(([x, y]) => `${(x * side).toFixed(1)},${((1 - y) * side).toFixed(1)}`).join(' ');
}

/** Curves as a picture that stands by itself, with their names beside it. */
export function curvesDrawn(kind: CurveKind, curves: readonly NamedCurve[], axes: readonly [string, string]): Drawing {
  const side = 360;
  const [ink, line] = [screenColour('--grey-10'), screenColour('--grey-5')];
  const text = (x: number, y: number, said: string, more = '') =>
    `<text x="${x}" y="${y}" font-size="12" fill="${ink}"${more}>${escaped(said)}</text>`;
  const chance =
    kind === 'ROC' ? `<line x1="0" y1="${side}" x2="${side}" y2="0" stroke="${line}" stroke-dasharray="4 4"/>` : '';
  const drawn = curves.map(({ curve, name, token }, at) => {
    const colour = screenColour(token);
    return [
      `<polyline points="${pointsOf(kind, curve, side)}" fill="none" stroke="${colour}" stroke-width="2"/>`,
      `<rect x="${side + 24}" y="${at * 22 + 6}" width="18" height="3" fill="${colour}"/>`,
      text(side + 50, at * 22 + 12, name),
    ].join('');
  });
  const frame = `<rect width="${side}" height="${side}" fill="none" stroke="${line}"/>`;
  const across = text(side / 2, side + 22, axes[0], ' text-anchor="middle"');
  const up = text(-side / 2, -8, axes[1], ' text-anchor="middle" transform="rotate(-90)"');
  return {
    drawing: `<g transform="translate(20 0)">${frame}${chance}${drawn.join('')}${across}${up}</g>`,
    width: 720,
    height: side + 32,
  };
}

export interface NamedCurve {
  readonly curve: Curve;
  readonly name: string;
  /** Of its colour. */
  readonly token: string;
}
