/** Pixels: twice what the navigation shows, for screens of two pixels to one. */
const box = { width: 480, height: 96 } as const;
/** As the server takes it. */
const largestBytes = 48 * 1024;

/**
 * Any picture that the browser can draw, as a PNG in the size of a logo: what leaves the browser is pixels, so an SVG's scripts
 * and addresses stay behind. Undefined where it cannot be drawn, or not small enough.
 */
export async function drawLogo(file: Blob): Promise<string | undefined> {
  const image = await loaded(await asDataUrl(file));
  if (image === undefined) return undefined;
  // An SVG may have no size of its own.
  const width = image.naturalWidth || box.width;
  const height = image.naturalHeight || box.height;
  const scale = Math.min(box.width / width, box.height / height, isVector(file) ? Number.POSITIVE_INFINITY : 1);
  for (const part of [1, 0.75, 0.5, 0.35]) {
    const drawn = pngOf(
      image,
      Math.max(16, Math.round(width * scale * part)),
      Math.max(16, Math.round(height * scale * part)),
    );
    if (drawn !== undefined && (drawn.length * 3) / 4 <= largestBytes) return drawn;
  }
  return undefined;
}

function pngOf(image: HTMLImageElement, width: number, height: number): string | undefined {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
  const url = canvas.toDataURL('image/png');
  return url.startsWith('data:image/png;base64,') ? url : undefined;
}

function loaded(url: string): Promise<HTMLImageElement | undefined> {
  return new Promise((resolve) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => resolve(undefined);
    image.src = url;
  });
}

function asDataUrl(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('the file cannot be read'));
    reader.readAsDataURL(file);
  });
}

function isVector(file: Blob): boolean {
  return file.type === 'image/svg+xml';
}
