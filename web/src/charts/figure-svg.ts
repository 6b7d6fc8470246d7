/** A picture that stands by itself: what it is of above, the drawing, and where it is from below. Colours and sizes are all in it. */
export interface Figure {
  readonly title: string;
  readonly note: string;
  readonly source: string;
  readonly width: number;
  readonly height: number;
  /** SVG inside `width` and `height`. */
  readonly drawing: string;
  readonly colours: { readonly paper: string; readonly ink: string; readonly muted: string };
}

export function figureSvg({ title, note, source, width, height, drawing, colours }: Figure): string {
  const titles = broken(title, width / 9.5);
  const notes = note === '' ? [] : broken(note, width / 6.4);
  const above = 20 + titles.length * 22 + notes.length * 17 + 8;
  const full = { width: width + 2 * edge, height: above + height + 36 };
  const line = (text: string, y: number, size: number, colour: string, weight = 400) =>
    `<text x="${edge}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${colour}">${escaped(text)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${full.width}" height="${full.height}" viewBox="0 0 ${full.width} ${full.height}" font-family="Inter, Arial, sans-serif">`,
    `<title>${escaped(title)}</title><rect width="100%" height="100%" fill="${colours.paper}"/>`,
    ...titles.map((text, at) => line(text, 36 + at * 22, 17, colours.ink, 650)),
    ...notes.map((text, at) => line(text, 36 + titles.length * 22 + at * 17, 12, colours.muted)),
    `<g transform="translate(${edge} ${above})">${drawing}</g>`,
    line(source, full.height - 14, 11, colours.muted),
    '</svg>',
  ].join('');
}

/** One bar, dot or range to a row, on a scale from 0 to 1, with the words of its number. */
export interface FigureRow {
  readonly name: string;
  readonly words: string;
  readonly from: number;
  readonly to: number;
  readonly dot: number | null;
}

export const rowHeight = 30;

export function rowsDrawing(rows: readonly FigureRow[], width: number, colours: RowColours): string {
  const [left, right] = [width * 0.36, width * 0.8];
  const x = (value: number) => left + value * (right - left);
  return rows
    .map(({ name, words, from, to, dot }, at) => {
      const y = at * rowHeight + rowHeight / 2;
      const text = (textX: number, anchor: string, said: string) =>
        `<text x="${textX}" y="${y + 4}" font-size="13" text-anchor="${anchor}" fill="${colours.ink}">${escaped(said)}</text>`;
      return [
        text(0, 'start', name),
        `<rect x="${left}" y="${y - 4}" width="${right - left}" height="8" rx="4" fill="${colours.track}"/>`,
        `<rect x="${x(from)}" y="${y - 4}" width="${Math.max(0, x(to) - x(from))}" height="8" rx="4" fill="${colours.mark}"/>`,
        dot === null ? '' : `<circle cx="${x(dot)}" cy="${y}" r="6" fill="${colours.dot}"/>`,
        text(width, 'end', words),
      ].join('');
    })
    .join('');
}

export interface RowColours {
  readonly ink: string;
  readonly track: string;
  readonly mark: string;
  readonly dot: string;
}

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Pixels around it. */
const edge = 24;

/** Lines of about so many characters. */
function broken(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 1 > most) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
