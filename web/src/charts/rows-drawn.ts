import { screenColour } from '../theme/screen-colour.ts';
import { type FigureRow, rowHeight, rowsDrawing } from './figure-svg.ts';
import type { Drawing } from './picture-of.ts';

/** Rows of bars, ranges or arrows as a picture; null when there are none. */
export function rowsDrawn(rows: readonly FigureRow[] | null): Drawing | null {
  if (rows === null || rows.length === 0) return null;
  const colours = {
    ink: screenColour('--grey-10'),
    track: screenColour('--grey-4'),
    mark: screenColour('--accent-3'),
    dot: screenColour('--accent-4'),
  };
  const width = 720;
  return { width, height: rows.length * rowHeight, drawing: rowsDrawing(rows, width, colours) };
}
