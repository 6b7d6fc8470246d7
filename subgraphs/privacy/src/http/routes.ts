import { Readable } from 'node:stream';
import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import type { Viewer } from '@teei/runtime/viewer';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { auditFile } from './audit-file.ts';
import { auditFilterIn } from './audit-filter-in.ts';

export type ViewerOf = (request: FastifyRequest) => Promise<Viewer>;

/** What the privacy subgraph serves beside GraphQL: the audit log as a file, narrowed as the page is. */
export async function privacyRoutes(app: FastifyInstance, parts: SubgraphParts, viewerOf: ViewerOf): Promise<void> {
  app.get('/files/audit-log.csv', async (request, reply) => {
    const viewer = await viewerOf(request);
    if (viewer.kind === 'anonymous') return refuse(reply, 401, signIn);
    if (!viewer.scopes.has('audit:read')) return refuse(reply, 403, notPermitted);
    const filter = auditFilterIn(request.query);
    if (!filter) return refuse(reply, 400, badFilter);
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="audit-log.csv"')
      .send(Readable.from(auditFile(parts.database, viewer, filter)));
  });
}

function refuse(reply: FastifyReply, status: number, error: typeof signIn): FastifyReply {
  return reply.code(status).send({ error });
}

const signIn = { code: 'UNAUTHENTICATED', message: 'This needs a signed-in member.', remedy: 'Sign in and try again.' };
const notPermitted = {
  code: 'FORBIDDEN',
  message: 'Your role does not include the audit log.',
  remedy: 'Ask an administrator of your company.',
};
const badFilter = {
  code: 'BAD_REQUEST',
  message: 'The filter is not one of the audit log.',
  remedy: 'Give action, actor and target as texts, and from and to as instants such as 2026-11-01T00:00:00.000Z.',
};
