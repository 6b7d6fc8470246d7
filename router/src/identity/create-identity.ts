import { PrismaPg } from '@prisma/adapter-pg';
import { openDatabase } from '@teei/runtime/database';
import type { Logger } from '@teei/runtime/log';
import { type Mailer, noMailer } from '@teei/runtime/mailer';
import { defaultRetention, type Retention } from '@teei/runtime/retention';
import { createSealer } from '@teei/runtime/sealed-secret';
import type { SubgraphEndpoint } from '@teei/runtime/subgraph';
import type { WakeUps } from '@teei/runtime/wake-ups';
import type { JSONWebKeySet } from 'jose';
import { PrismaClient } from '../../../prisma/generated/identity/client/client.ts';
import type { Authenticate } from '../authenticate.ts';
import { createIdempotentAnswers, type IdempotentAnswers } from '../idempotency/idempotent-answers.ts';
import { createQuerySpending, type QuerySpending } from '../spending/query-spending.ts';
import { createAccountAudit } from './account-audit.ts';
import { createApiKeys } from './api-keys.ts';
import { createAuthEndpoints } from './auth-endpoints.ts';
import { createChangeWatch } from './change-watch.ts';
import { createClosedSessions } from './closed-sessions.ts';
import { type CompanyOperations, createCompanyOperations } from './company-operations.ts';
import { type Auth, createAuth } from './create-auth.ts';
import { ensureUser, type NewUser } from './ensure-user.ts';
import { createAuthenticate } from './establish-viewer.ts';
import { startExpiry } from './expiry.ts';
import { createFeatures, type Features } from './features.ts';
import { profileInvitations } from './invitations.ts';
import { createMachineTokens } from './machine-tokens.ts';
import { createMemberships } from './memberships.ts';
import { createOperationUsage, type OperationUsage } from './operation-usage.ts';
import { createResetMails } from './reset-mails.ts';
import { sealProviders } from './sealed-providers.ts';
import { requireSecret } from './secret.ts';
import { createSessions } from './sessions.ts';
import { createSignInNotes } from './sign-in-notes.ts';
import { type RegisteredSso, registerSsoProvider, type SsoRegistration } from './sso-provider.ts';
import { createTenantRefusals } from './tenant-refusals.ts';

export interface IdentityOptions {
  readonly databaseUrl: string;
  /** Where browsers find the platform, such as https://teei.example; cookies are secure when it is https. */
  readonly baseUrl: string;
  /** Signs cookies and encrypts signing keys; at least 32 characters. */
  readonly secret: string;
  /** Earlier secrets, which still open what they sealed. */
  readonly retiredSecrets?: readonly string[];
  /** Origins beside `baseUrl` whose pages may sign people in. */
  readonly trustedOrigins: readonly string[];
  /** Refuses default secrets and local identity providers. */
  readonly production: boolean;
  readonly wakeUps: WakeUps;
  readonly retention?: Retention;
  readonly log: Logger;
  /** Without one, nobody can have a new password mailed. */
  readonly mailer?: Mailer;
  /** Keeps invitations and members; without it no invitation is open. */
  readonly profile?: () => SubgraphEndpoint;
  /** Identity providers on this machine may be registered: for tests and for trying out. */
  readonly ssoTrustLocal?: boolean;
  /** From one address; a company behind one address shares it. */
  readonly signInsPerMinute?: number;
}

/** Who people are and what they may do here. See README.md in this folder. */
export interface Identity {
  readonly authenticate: Authenticate;
  readonly idempotency: IdempotentAnswers;
  readonly features: Features;
  readonly companyOperations: CompanyOperations;
  readonly usage: OperationUsage;
  /** `daily`: units of cost for each company. */
  spending(daily: number): QuerySpending;
  /** Answers `/api/auth/*`; `address` is the sender's, as the router knows it. */
  handler(request: Request, address?: string): Promise<Response>;
  /** For `/.well-known/jwks.json`: the public keys of machine tokens. */
  publicKeys(): Promise<JSONWebKeySet>;
  ensureUser(user: NewUser): Promise<string>;
  registerSso(registration: SsoRegistration): Promise<RegisteredSso>;
  destroy(): Promise<void>;
}

export function createIdentity(options: IdentityOptions): Identity {
  const { databaseUrl, production, wakeUps } = options;
  const baseUrl = new URL(options.baseUrl).origin;
  const trustLocal = options.ssoTrustLocal ?? false;
  const secret = requireSecret(options.secret, production);
  if (production && trustLocal)
    throw new Error('Production refuses identity providers on this machine (ssoTrustLocal).');
  const log = options.log.child({ part: 'identity' });
  if (production && baseUrl.startsWith('http:')) log.warn('sessions travel without encryption: baseUrl is not https');

  const database = openDatabase({ url: databaseUrl, role: 'teei_identity' });
  const relayDatabase = openDatabase({ url: databaseUrl, role: 'teei_relay', connections: 2 });
  const prisma = new PrismaClient({ adapter: new PrismaPg(database.pool) });

  const sealer = createSealer(secret, options.retiredSecrets);
  const sealed = sealProviders(prisma, sealer).catch((error: unknown) =>
    log.error({ err: error }, "secrets of companies' providers could not be sealed"),
  );
  const watch = createChangeWatch({
    relayDatabase,
    wakeUps,
    log,
    onChange: () => {
      memberships.forget();
      apiKeys.forget();
      features.forget();
      companyOperations.forget();
      sessions.forgetAll();
      void closedSessions.clear();
    },
    alongside: () => sessions.forgetEnded(),
  });
  const memberships = createMemberships(database, watch.isCurrent);
  const apiKeys = createApiKeys(database, watch.isCurrent, log);
  const features = createFeatures(database, watch.isCurrent);
  const companyOperations = createCompanyOperations(database, watch.isCurrent);
  const usage = createOperationUsage(database, log);
  const sessions = createSessions(database, watch.isCurrent);
  const closedSessions = createClosedSessions(database, log);
  const refusals = createTenantRefusals(database, wakeUps, log);
  const audit = createAccountAudit(database, wakeUps, log);
  const signIns = createSignInNotes(database, log);
  const mailer = options.mailer ?? noMailer();
  const resetMails =
    mailer.kind === 'none' ? undefined : createResetMails({ database, mailer, sealer, baseUrl, audit, log });
  const auth = createAuth({
    prisma,
    sealer,
    baseUrl,
    secret,
    trustedOrigins: options.trustedOrigins,
    trustLocal,
    signInsPerMinute: options.signInsPerMinute ?? 30,
    log,
    onSessionEnded: sessions.forget,
    invitations: profileInvitations(options.profile ?? noProfile),
    onJoined: memberships.forget,
    resetMails,
    onPasswordReset: (userId) => audit.note(userId, 'password.reset'),
  });
  const publicKeys = async (): Promise<JSONWebKeySet> => auth.api.getJwks();
  const expiry = startExpiry({ database, relayDatabase, retention: options.retention ?? defaultRetention, log });
  watch.start();
  usage.start();
  resetMails?.start();

  return {
    idempotency: createIdempotentAnswers(database, sealer),
    features,
    companyOperations,
    usage,
    spending: (daily) => createQuerySpending(database, daily),
    authenticate: createAuthenticate({
      sessions,
      memberships,
      apiKeys,
      refusals,
      signIns,
      tokens: createMachineTokens(baseUrl, publicKeys),
      sessionCookie: async () => (await auth.$context).authCookies.sessionToken.name,
      sessionIdOf: (cookie) => sessionIdOf(auth, cookie),
    }),
    handler: createAuthEndpoints(auth),
    publicKeys,
    ensureUser: async (user) => ensureUser(await auth.$context, user),
    registerSso: (registration) => registerSsoProvider(prisma, { baseUrl, trustLocal, sealer }, registration),
    destroy: async () => {
      await Promise.all([watch.stop(), expiry.stop(), usage.stop(), resetMails?.stop(), sealed]);
      await Promise.all([apiKeys.settled(), closedSessions.settled(), refusals.settled(), signIns.settled()]);
      await prisma.$disconnect();
      await Promise.all([database.close(), relayDatabase.close()]);
    },
  };
}

/** Where identity stands alone, for a command or a test. */
function noProfile(): never {
  throw new Error('this identity service was given no profile subgraph');
}

/** Undefined when the cookie was not signed here or its session has ended. */
async function sessionIdOf(auth: Auth, cookie: string): Promise<string | undefined> {
  const { name } = (await auth.$context).authCookies.sessionToken;
  const headers = new Headers({ cookie: `${name}=${cookie}` });
  const found = await auth.api.getSession({ headers, query: { disableRefresh: true, disableCookieCache: true } });
  return found?.session.id;
}
