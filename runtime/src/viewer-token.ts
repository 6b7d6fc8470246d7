import { type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { isScope, roles, type Scope, type Viewer } from './viewer.ts';

/** The header in which the router hands the viewer to a subgraph behind HTTP; over WebSocket it is a connection parameter. */
export const viewerTokenHeader = 'x-teei-viewer';

/** Seconds. Long enough for one request with its retries, short enough that a copied token is worth little. */
const lifetime = 60;
const issuer = 'teei-router';
const audience = 'teei-subgraph';

/**
 * Signs viewers for subgraphs in other processes. A token is reused while at least half of its life is left,
 * so that a busy viewer costs one signature in thirty seconds.
 */
export function createViewerSigner(secret: string): (viewer: Viewer) => Promise<string> {
  const key = keyOf(secret);
  const signed = new Map<string, { readonly token: Promise<string>; readonly until: number }>();
  return (viewer) => {
    const claims = claimsOf(viewer);
    const id = JSON.stringify(claims);
    const now = Date.now();
    const known = signed.get(id);
    if (known && known.until > now) return known.token;
    if (signed.size >= 10_000) forgetPast(signed, now);
    const token = new SignJWT({ viewer: claims })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(`${lifetime}s`)
      .sign(key);
    signed.set(id, { token, until: now + (lifetime / 2) * 1000 });
    return token;
  };
}

/** The token was not signed by the router, is past its time, or says something that no router says. */
export class ViewerTokenRefused extends Error {
  constructor(reason: string) {
    super(`The viewer token is refused: ${reason}`);
    this.name = 'ViewerTokenRefused';
  }
}

/** Throws `ViewerTokenRefused`. */
export function createViewerVerifier(secret: string): (token: string) => Promise<Viewer> {
  const key = keyOf(secret);
  return async (token) => {
    const payload = await verified(token, key);
    const parsed = claimsSchema.safeParse(payload.viewer);
    if (!parsed.success) throw new ViewerTokenRefused('its claims name no viewer');
    return viewerOf(parsed.data);
  };
}

async function verified(token: string, key: Uint8Array): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['HS256'],
      issuer,
      audience,
      requiredClaims: ['exp', 'iat'],
      maxTokenAge: lifetime,
      clockTolerance: 5,
    });
    return payload;
  } catch (error) {
    throw new ViewerTokenRefused(error instanceof Error ? error.message : String(error));
  }
}

function keyOf(secret: string): Uint8Array {
  const key = new TextEncoder().encode(secret);
  // RFC 7518, 3.2: a key of the size of the hash output or larger MUST be used with HS256.
  if (key.length < 32) throw new Error('The secret that signs viewer tokens must be at least 32 bytes long');
  return key;
}

function forgetPast(signed: Map<string, { readonly until: number }>, now: number): void {
  for (const [id, entry] of signed) if (entry.until <= now) signed.delete(id);
  if (signed.size >= 10_000) signed.clear();
}

const scopeList = z.array(z.custom<Scope>((value) => typeof value === 'string' && isScope(value)));
const claimsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('anonymous') }),
  z.object({
    kind: z.literal('member'),
    userId: z.string(),
    memberId: z.string(),
    companyId: z.string(),
    role: z.enum(roles),
    scopes: scopeList,
  }),
  z.object({
    kind: z.literal('apiKey'),
    apiKeyId: z.string(),
    companyId: z.string(),
    client: z.string(),
    scopes: scopeList,
  }),
  z.object({ kind: z.literal('service'), service: z.string(), companyId: z.string(), scopes: scopeList }),
]);
type Claims = z.infer<typeof claimsSchema>;

function claimsOf(viewer: Viewer): Claims {
  return viewer.kind === 'anonymous' ? { kind: 'anonymous' } : { ...viewer, scopes: [...viewer.scopes].sort() };
}

function viewerOf(claims: Claims): Viewer {
  return claims.kind === 'anonymous' ? claims : { ...claims, scopes: new Set(claims.scopes) };
}
