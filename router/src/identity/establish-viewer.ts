import type { IncomingHttpHeaders } from 'node:http';
import { BoundedMap } from '@teei/runtime/bounded-map';
import {
  type ApiKeyViewer,
  anonymous,
  type MemberViewer,
  scopesInDemo,
  scopesOfRole,
  type Viewer,
} from '@teei/runtime/viewer';
import type { Authenticate } from '../authenticate.ts';
import type { ApiKeyFacts, ApiKeys } from './api-keys.ts';
import { type Credential, companyAskedFor, credentialIn, withConnectionParams } from './credential.ts';
import type { MachineTokens } from './machine-tokens.ts';
import type { Membership, Memberships } from './memberships.ts';
import { IdentityRefusal } from './refused.ts';
import type { SessionFacts, Sessions } from './sessions.ts';
import type { SignInNotes } from './sign-in-notes.ts';
import type { TenantRefusals } from './tenant-refusals.ts';

export interface ViewerSources {
  readonly sessions: Sessions;
  readonly memberships: Memberships;
  readonly apiKeys: ApiKeys;
  readonly tokens: MachineTokens;
  readonly refusals: TenantRefusals;
  readonly signIns: SignInNotes;
  /** Name of the cookie that carries the session, and the check of its signature. */
  readonly sessionCookie: () => Promise<string>;
  readonly sessionIdOf: (cookie: string) => Promise<string | undefined>;
}

/** Says who asks: from the credential to the person or the key, from there to the company, from there to what is allowed. */
export function createAuthenticate(sources: ViewerSources): Authenticate {
  const viewers = new KnownViewers();
  const establish = async (headers: IncomingHttpHeaders): Promise<Viewer> => {
    const proof = await prove(sources, credentialIn(headers, await sources.sessionCookie()));
    if (!proof) return anonymous;
    const asked = companyAskedFor(headers);
    return proof.kind === 'apiKey'
      ? keyViewer(sources, viewers, proof, asked)
      : memberViewer(sources, viewers, proof, asked);
  };
  return {
    request: ({ headers }) => establish(headers),
    socket: (params, { headers }) => establish(withConnectionParams(headers, params)),
    recheck: (viewer) => recheck(sources, viewers, viewer),
  };
}

/** How a viewer was proved, so that the proof can be tried again while a subscription runs. */
type Proof =
  | { readonly kind: 'session' | 'jwt'; readonly session: SessionFacts; readonly expiresAt: number }
  | { readonly kind: 'apiKey'; readonly hash: string; readonly key: ApiKeyFacts };
type PersonProof = Exclude<Proof, { readonly kind: 'apiKey' }>;

async function prove(sources: ViewerSources, credential: Credential): Promise<Proof | undefined> {
  switch (credential.kind) {
    case 'none':
      return undefined;
    case 'session': {
      const session = await sources.sessions.byCookie(credential.cookie, sources.sessionIdOf);
      if (!session) throw new IdentityRefusal('SESSION_ENDED');
      return { kind: 'session', session, expiresAt: Number.POSITIVE_INFINITY };
    }
    case 'jwt': {
      const token = await sources.tokens.read(credential.token);
      const session = token && (await sources.sessions.byId(token.sessionId));
      if (!session || session.userId !== token.userId) throw new IdentityRefusal('TOKEN_INVALID');
      return { kind: 'jwt', session, expiresAt: token.expiresAt };
    }
    case 'apiKey':
      return { kind: 'apiKey', hash: credential.hash, key: await liveKey(sources, credential.hash) };
    case 'unreadable':
      throw new IdentityRefusal(credential.what === 'apiKey' ? 'API_KEY_INVALID' : 'AUTHORIZATION_UNREADABLE');
  }
}

async function liveKey({ apiKeys }: ViewerSources, hash: string): Promise<ApiKeyFacts> {
  const key = await apiKeys.byHash(hash);
  if (!key) throw new IdentityRefusal('API_KEY_INVALID');
  if (key.revoked) throw new IdentityRefusal('API_KEY_REVOKED');
  if (key.expiresAt <= Date.now()) throw new IdentityRefusal('API_KEY_EXPIRED');
  return key;
}

function keyViewer(
  { apiKeys, refusals }: ViewerSources,
  viewers: KnownViewers,
  proof: Extract<Proof, { kind: 'apiKey' }>,
  asked?: string,
): ApiKeyViewer {
  const { apiKeyId, companyId, client, scopes } = proof.key;
  if (asked !== undefined && asked !== companyId) {
    refusals.note(`apiKey:${apiKeyId}`, asked, 'apiKey');
    throw new IdentityRefusal('COMPANY_REFUSED');
  }
  apiKeys.used(proof.key);
  return viewers.remember({ kind: 'apiKey', apiKeyId, companyId, client, scopes }, proof);
}

async function memberViewer(
  { memberships, refusals, signIns }: ViewerSources,
  viewers: KnownViewers,
  proof: PersonProof,
  asked?: string,
): Promise<MemberViewer> {
  const { userId, onlyCompany } = proof.session;
  const theirs = (all: readonly Membership[]): readonly Membership[] =>
    // A demo is nobody's but the person's, however they have signed in.
    all.filter(({ companyId, isDemo }) => onlyCompany === undefined || companyId === onlyCompany || isDemo);
  const choose = (all: readonly Membership[]): Membership | undefined => {
    const open = theirs(all).filter((each) => !isClosed(proof.session, each));
    // A demo opens for as long as a company proper does.
    if (open.every(({ isDemo }) => isDemo)) return undefined;
    return asked === undefined ? open[0] : open.find(({ companyId }) => companyId === asked);
  };
  let all = await memberships.of(userId);
  let membership = choose(all);
  if (!membership && asked !== undefined) {
    all = await memberships.ofNow(userId);
    membership = choose(all);
  }
  if (membership) {
    signIns.note(proof.session, membership);
    return viewers.remember(viewerOf(userId, membership), proof);
  }
  if (theirs(all).some(({ companyId }) => asked === undefined || companyId === asked))
    throw new IdentityRefusal('SESSION_ENDED');
  if (asked === undefined) throw new IdentityRefusal('NO_MEMBERSHIP');
  refusals.note(all[0] ? `member:${all[0].memberId}` : `user:${userId}`, asked, proof.kind);
  throw new IdentityRefusal('COMPANY_REFUSED');
}

/** An administrator has ended it, for their company alone. */
function isClosed({ closedTo, signedInAt }: SessionFacts, { companyId, sessionsEndBefore }: Membership): boolean {
  return closedTo.includes(companyId) || (sessionsEndBefore !== null && signedInAt < sessionsEndBefore);
}

async function recheck(sources: ViewerSources, viewers: KnownViewers, viewer: Viewer): Promise<Viewer | null> {
  const proof = viewers.proofOf(viewer);
  // Services and anonymous viewers hold no credential that could be taken from them.
  if (!proof) return viewer.kind === 'member' || viewer.kind === 'apiKey' ? null : viewer;
  try {
    if (proof.kind === 'apiKey') {
      return keyViewer(sources, viewers, { ...proof, key: await liveKey(sources, proof.hash) });
    }
    const session = await sources.sessions.byId(proof.session.sessionId);
    if (viewer.kind !== 'member' || !session || proof.expiresAt <= Date.now()) return null;
    return await memberViewer(sources, viewers, { ...proof, session }, viewer.companyId);
  } catch (error) {
    if (error instanceof IdentityRefusal) return null;
    throw error;
  }
}

function viewerOf(userId: string, { memberId, companyId, role, isDemo }: Membership): MemberViewer {
  const scopes = (isDemo ? scopesInDemo : scopesOfRole)[role];
  return { kind: 'member', userId, memberId, companyId, role, scopes };
}

/** Gives out one object for one credential with the same rights, so that what is kept by viewer is found again. */
class KnownViewers {
  readonly #viewers = new BoundedMap<Viewer>(10_000);
  readonly #proofs = new WeakMap<Viewer, Proof>();

  remember<Known extends MemberViewer | ApiKeyViewer>(viewer: Known, proof: Proof): Known {
    const key = keyOf(viewer, proof);
    const known = (this.#viewers.get(key) as Known | undefined) ?? viewer;
    this.#viewers.set(key, known);
    this.#proofs.set(known, proof);
    return known;
  }

  proofOf(viewer: Viewer): Proof | undefined {
    return this.#proofs.get(viewer);
  }
}

function keyOf(viewer: MemberViewer | ApiKeyViewer, proof: Proof): string {
  if (viewer.kind === 'apiKey') return `key ${viewer.apiKeyId} ${viewer.client} ${[...viewer.scopes].join(' ')}`;
  const session = proof.kind === 'apiKey' ? '' : `${proof.kind} ${proof.session.sessionId} ${proof.expiresAt}`;
  return `${session} ${viewer.memberId} ${viewer.companyId} ${viewer.role}`;
}
