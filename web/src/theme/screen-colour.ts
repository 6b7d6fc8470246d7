/** A token's colour as `rgb(...)`, for drawing code that knows no OKLCH. */
export function screenColour(token: string): string {
  const value = getComputedStyle(document.documentElement).getPropertyValue(token).trim();
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = value;
  pen.fillRect(0, 0, 1, 1);
  const [red, green, blue] = pen.getImageData(0, 0, 1, 1).data;
  return `rgb(${red},${green},${blue})`;
}

const pen = penOf(document.createElement('canvas'));

function penOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('This browser draws no canvas.');
  return context;
}
