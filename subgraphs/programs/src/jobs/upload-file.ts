import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';

/** Where an upload's bytes are. Ids come from the database, never from a caller, so they are safe in a path. */
export function uploadPath(dataFolder: string, companyId: string, uploadId: string): string {
  return join(dataFolder, 'uploads', companyId, uploadId);
}

export async function readHead(path: string, bytes: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

export function streamUpload(path: string): { readonly source: AsyncIterable<Uint8Array>; bytesRead(): number } {
  const stream = createReadStream(path, { highWaterMark: 256 * 1024 });
  return { source: stream, bytesRead: () => stream.bytesRead };
}
