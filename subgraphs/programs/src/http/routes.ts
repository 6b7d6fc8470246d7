import { Readable } from 'node:stream';
import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import type { Refused } from '@teei/runtime/refusal';
import { inTenant } from '@teei/runtime/tenant-transaction';
import type { TenantViewer, Viewer } from '@teei/runtime/viewer';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { maximumDocumentBytes } from '../domain/credential/badge-document.ts';
import { submitCredential } from '../jobs/submit-credential.ts';
import { submitStatements } from '../jobs/submit-statements.ts';
import { profileParticipants } from '../profile-participants.ts';
import { errorFile } from './error-file.ts';
import { readBody } from './read-body.ts';
import { receiveUpload } from './receive-upload.ts';

export type ViewerOf = (request: FastifyRequest) => Promise<Viewer>;

/** What the programs subgraph serves beside GraphQL: files in, and files of what was rejected out. */
export async function programsRoutes(app: FastifyInstance, parts: SubgraphParts, viewerOf: ViewerOf): Promise<void> {
  // A file is read as it comes, whatever it is said to be; `receiveUpload` counts its bytes.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));

  app.post('/uploads', async (request, reply) => {
    if (isSimple(request)) return refuse(reply, 415, csrf);
    const viewer = await permitted(request, reply, viewerOf, 'imports:write');
    if (!viewer) return reply;
    const announced = Number(request.headers['content-length']);
    const answer = await receiveUpload(parts, viewer, {
      body: request.raw,
      fileName: fileNameOf(request),
      announcedBytes: Number.isFinite(announced) ? announced : undefined,
    });
    if (!('code' in answer)) return reply.code(201).send(answer);
    // What is still coming of a refused file is not read to its end.
    return refuse(reply.header('connection', 'close'), answer.code === 'UPLOAD_TOO_LARGE' ? 413 : 422, answer);
  });

  app.post('/uploads/credentials', async (request, reply) => {
    const body = await documentOf(request, reply, viewerOf, maximumDocumentBytes);
    if (!body) return reply;
    const answer = await inTenant(parts.database, body.viewer, (tx) => submitCredential(tx, parts.outbox, body.text));
    if ('code' in answer) return refuse(reply, 422, answer);
    return reply.code(answer.created ? 202 : 200).send({ credentialId: answer.id });
  });

  const people = profileParticipants(() => parts.platform.subgraph('profile'));
  app.post('/uploads/statements', async (request, reply) => {
    const body = await documentOf(request, reply, viewerOf, maximumStatementBytes);
    if (!body) return reply;
    const { viewer, text } = body;
    const answer = await submitStatements(viewer.companyId, text, {
      people,
      outbox: parts.outbox,
      inTransaction: (work) => inTenant(parts.database, viewer, work),
    });
    return 'code' in answer ? refuse(reply, 422, answer) : reply.code(200).send({ account: answer });
  });

  app.get<{ Params: { id: string } }>('/files/imports/:id/errors.csv', async (request, reply) => {
    const viewer = await permitted(request, reply, viewerOf, 'imports:read');
    if (!viewer) return reply;
    const file = await errorFile(parts, viewer, request.params.id);
    if (!file) return refuse(reply, 404, notFound);
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="import-errors-${request.params.id.slice(0, 8)}.csv"`)
      .send(Readable.from(file));
  });
}

/** A JSON document as the body of a request, of somebody who may hand it in; what is refused is answered here. */
async function documentOf(
  request: FastifyRequest,
  reply: FastifyReply,
  viewerOf: ViewerOf,
  maximumBytes: number,
): Promise<{ readonly viewer: TenantViewer; readonly text: string } | undefined> {
  if (isSimple(request)) return void refuse(reply, 415, notJson);
  const viewer = await permitted(request, reply, viewerOf, 'imports:write');
  if (!viewer) return undefined;
  const text = await readBody(request.raw, maximumBytes);
  if (text !== undefined) return { viewer, text };
  return void refuse(reply.header('connection', 'close'), 413, documentTooLarge);
}

async function permitted(
  request: FastifyRequest,
  reply: FastifyReply,
  viewerOf: ViewerOf,
  scope: 'imports:read' | 'imports:write',
): Promise<TenantViewer | undefined> {
  const viewer = await viewerOf(request);
  if (viewer.kind === 'anonymous') return void refuse(reply, 401, signIn);
  if (!viewer.scopes.has(scope)) return void refuse(reply, 403, notPermitted);
  return viewer;
}

function refuse(
  reply: FastifyReply,
  status: number,
  { code, message, remedy }: Omit<Refused, '__typename'>,
): FastifyReply {
  return reply.code(status).send({ error: { code, message, remedy } });
}

/** Content types that a page of another site may send without being asked first. */
function isSimple(request: FastifyRequest): boolean {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  return ['', 'text/plain', 'multipart/form-data', 'application/x-www-form-urlencoded'].includes(type);
}

function fileNameOf(request: FastifyRequest): string {
  const given = request.headers['x-file-name'];
  try {
    return typeof given === 'string' && given !== '' ? decodeURIComponent(given) : 'upload.csv';
  } catch {
    return 'upload.csv';
  }
}

const maximumStatementBytes = 4 * 1024 * 1024;
const notJson = {
  code: 'UPLOAD_CONTENT_TYPE',
  message: 'A document is sent as the body of the request, as application/json.',
  remedy: 'Set the content-type header to application/json.',
};
const documentTooLarge = {
  code: 'UPLOAD_TOO_LARGE',
  message: 'The document is too large.',
  remedy: 'Send statements in several parts, and credentials with smaller pictures.',
};
const csrf = {
  code: 'UPLOAD_CONTENT_TYPE',
  message: 'A file is sent as the body of the request, as text/csv or application/octet-stream.',
  remedy: 'Set the content-type header to text/csv.',
};
const signIn = { code: 'UNAUTHENTICATED', message: 'This needs a signed-in member.', remedy: 'Sign in and try again.' };
const notPermitted = {
  code: 'FORBIDDEN',
  message: 'Your role does not include imports.',
  remedy: 'Ask an administrator of your company.',
};
const notFound = {
  code: 'IMPORT_NOT_FOUND',
  message: 'There is no such import.',
  remedy: 'Look it up in the list of imports.',
};
