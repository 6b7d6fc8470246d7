import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import { newId } from '@teei/runtime/id';
import { type Refused, refused } from '@teei/runtime/refusal';
import { inTenant } from '@teei/runtime/tenant-transaction';
import { actorOf, type TenantViewer } from '@teei/runtime/viewer';
import { detectDialect, HEAD_BYTES } from '../domain/import-file/detect-dialect.ts';
import { readHead, uploadPath } from '../jobs/upload-file.ts';
import { UploadStore } from '../store/upload-store.ts';

/** 512 MiB: some three million sessions. */
export const maximumUploadBytes = 512 * 1024 * 1024;

export interface IncomingUpload {
  readonly body: Readable;
  readonly fileName: string;
  /** What the sender says; believed only to refuse early. */
  readonly announcedBytes: number | undefined;
}

export interface ReceivedUpload {
  readonly uploadId: string;
  readonly fileName: string;
  readonly byteSize: number;
}

/**
 * Streams a file to disk and notes it once it is there whole. Whatever is refused or breaks off leaves nothing behind.
 */
export async function receiveUpload(
  parts: SubgraphParts,
  viewer: TenantViewer,
  upload: IncomingUpload,
): Promise<ReceivedUpload | Refused> {
  if ((upload.announcedBytes ?? 0) > maximumUploadBytes) return tooLarge();
  const id = newId();
  const path = uploadPath(parts.platform.dataFolder, viewer.companyId, id);
  await mkdir(dirname(path), { recursive: true });
  try {
    const { byteSize, sha256 } = await writeFile(upload.body, path);
    const detected = detectDialect(await readHead(path, HEAD_BYTES));
    if (!detected.ok) {
      await rm(path, { force: true });
      return refused(detected.refusal.code, detected.refusal.message, detected.refusal.remedy);
    }
    const fileName = upload.fileName.slice(0, 200);
    await inTenant(parts.database, viewer, (tx) =>
      new UploadStore(tx).insert({ id, fileName, byteSize, sha256 }, actorOf(viewer)),
    );
    return { uploadId: id, fileName, byteSize };
  } catch (error) {
    await rm(path, { force: true });
    if (error instanceof UploadTooLarge) return tooLarge();
    throw error;
  }
}

class UploadTooLarge extends Error {}

async function writeFile(body: Readable, path: string): Promise<{ byteSize: number; sha256: string }> {
  const hash = createHash('sha256');
  let byteSize = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _, done) {
      byteSize += chunk.length;
      hash.update(chunk);
      if (byteSize > maximumUploadBytes) done(new UploadTooLarge());
      else done(null, chunk);
    },
  });
  await pipeline(body, measure, createWriteStream(path));
  return { byteSize, sha256: hash.digest('hex') };
}

function tooLarge(): Refused {
  const megabytes = maximumUploadBytes / 1024 / 1024;
  return refused(
    'UPLOAD_TOO_LARGE',
    `The file is larger than ${megabytes} MB.`,
    'Split the file and upload its parts.',
  );
}
