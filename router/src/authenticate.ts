import type { IncomingHttpHeaders } from 'node:http';
import { anonymous, type Viewer } from '@teei/runtime/viewer';

/**
 * Establishes who asks. `router/src/identity` implements it for the platform. Credentials that are there but not valid
 * are refused by throwing `Refusal('UNAUTHENTICATED', ...)`; no credentials at all make an anonymous viewer.
 */
export interface Authenticate {
  request(facts: RequestFacts): Promise<Viewer>;
  /** `connectionParams` is what the client sent with `connection_init`; the headers are those of the upgrade request. */
  socket(connectionParams: Readonly<Record<string, unknown>>, facts: RequestFacts): Promise<Viewer>;
  /** The viewer as of now: with other scopes when the role has changed, null when there is no such access any more. */
  recheck(viewer: Viewer): Promise<Viewer | null>;
}

export interface RequestFacts {
  readonly headers: IncomingHttpHeaders;
  readonly ip: string;
  readonly url: string;
}

/** Everybody is anonymous. With `authorization: 'off'` this serves a supergraph that knows no viewers. */
export const authenticateNobody: Authenticate = {
  request: async () => anonymous,
  socket: async () => anonymous,
  recheck: async (viewer) => viewer,
};
