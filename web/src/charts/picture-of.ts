import { screenColour } from '../theme/screen-colour.ts';
import { type Figure, figureSvg } from './figure-svg.ts';

export type Drawing = Pick<Figure, 'drawing' | 'width' | 'height'>;

/** In the colours on the page, so that a picture made in the dark is dark. */
export function pictureOf(figure: Omit<Figure, 'colours'>): string {
  const colours = { paper: screenColour('--surface'), ink: screenColour('--grey-10'), muted: screenColour('--grey-8') };
  return figureSvg({ ...figure, colours });
}

/** What ECharts has drawn, which holds its own colours and sizes. */
export function drawnIn(element: HTMLElement | null): Drawing | null {
  const svg = element?.querySelector('svg');
  if (!svg || !element) return null;
  const { clientWidth: width, clientHeight: height } = element;
  return { drawing: new XMLSerializer().serializeToString(svg), width, height };
}
