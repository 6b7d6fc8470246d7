import { prismaAdapter } from '@better-auth/prisma-adapter';
import { sso } from '@better-auth/sso';
import { newId } from '@teei/runtime/id';
import type { Logger } from '@teei/runtime/log';
import { mailLanguageOf } from '@teei/runtime/mail-language';
import type { Sealer } from '@teei/runtime/sealed-secret';
import { betterAuth } from 'better-auth';
import { jwt } from 'better-auth/plugins';
import type { PrismaClient } from '../../../prisma/generated/identity/client/client.ts';
import { authLog, reportAuthError } from './auth-log.ts';
import { invitationEndpoints } from './invitation-endpoints.ts';
import type { Invitations } from './invitations.ts';
import { createKeyStore } from './key-store.ts';
import { password } from './password.ts';
import type { ResetMails } from './reset-mails.ts';
import { withSecretsOpened } from './sealed-providers.ts';
import { createSignInLimits } from './sign-in-limits.ts';
import { localProviderOrigins, mayVouchFor } from './sso-provider.ts';
import { tokenBoundTo } from './sso-session.ts';

export interface AuthOptions {
  readonly prisma: PrismaClient;
  readonly sealer: Sealer;
  readonly baseUrl: string;
  readonly secret: string;
  readonly trustedOrigins: readonly string[];
  /** Identity providers on this machine may be used. */
  readonly trustLocal: boolean;
  readonly signInsPerMinute: number;
  readonly log: Logger;
  readonly onSessionEnded: (sessionId: string) => void;
  readonly invitations: Invitations;
  readonly onJoined: () => void;
  /** Undefined where no mail can go out: then nobody is promised one. */
  readonly resetMails: ResetMails | undefined;
  readonly onPasswordReset: (userId: string) => Promise<void>;
}

export type Auth = ReturnType<typeof createAuth>;

/** The address of the sender, as the router knows it. Whatever a client sends under this name is taken off. */
export const addressHeader = 'x-teei-address';

/** How people sign in: better-auth with our tables, our hashing, our rules for companies' own providers. */
export function createAuth(options: AuthOptions) {
  const { prisma, baseUrl } = options;
  const limits = createSignInLimits();
  return betterAuth({
    appName: 'TEEI',
    baseURL: baseUrl,
    basePath: '/api/auth',
    secret: options.secret,
    trustedOrigins: options.trustLocal
      ? withLocalProviders(prisma, options.trustedOrigins)
      : [...options.trustedOrigins],
    database: prismaAdapter(withSecretsOpened(prisma, options.sealer), { provider: 'postgresql', transaction: true }),
    logger: authLog(options.log),
    onAPIError: { errorURL: `${baseUrl}/sign-in`, onError: (error) => reportAuthError(options.log, error) },
    telemetry: { enabled: false },
    emailAndPassword: {
      enabled: true,
      // Accounts come from administrators, seeds and companies' own providers: nobody can take an address that is not theirs.
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      password,
      resetPasswordTokenExpiresIn: 60 * 60,
      // Whoever knew the old password is signed out with it.
      revokeSessionsOnPasswordReset: true,
      onPasswordReset: ({ user }) => options.onPasswordReset(user.id),
      ...(options.resetMails ? { sendResetPassword: sendReset(options.resetMails) } : {}),
    },
    user: { modelName: 'authUser' },
    session: { modelName: 'authSession', expiresIn: 7 * day, updateAge: day },
    account: { modelName: 'authAccount', accountLinking: { enabled: true } },
    verification: {
      modelName: 'authVerification',
      storeIdentifier: { default: 'plain', overrides: { 'reset-password': 'hashed' } },
    },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 300,
      customRules: {
        '/sign-in/*': { window: 60, max: options.signInsPerMinute },
        '/invitation/*': { window: 60, max: options.signInsPerMinute },
        '/reset-password': { window: 60, max: options.signInsPerMinute },
        '/request-password-reset': { window: 60, max: Math.ceil(options.signInsPerMinute / 3) },
      },
      customStorage: limits.storage,
    },
    advanced: {
      cookiePrefix: 'teei',
      // Said outright, because the library leaves both checks out where it thinks it is being tested.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      useSecureCookies: baseUrl.startsWith('https://'),
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => newId(), validateSchema: false },
    },
    hooks: { before: limits.before, after: limits.after },
    databaseHooks: {
      account: { create: { before: withoutProviderTokens }, update: { before: withoutProviderTokens } },
      session: {
        create: {
          before: async (session, context) => {
            const companyId = await companyOfCallback(prisma, context?.path, context?.params);
            return companyId ? { data: { token: tokenBoundTo(companyId, session.token) } } : undefined;
          },
        },
        delete: { after: async ({ id }) => options.onSessionEnded(id) },
      },
    },
    plugins: [
      machineTokens(prisma, baseUrl),
      companyProviders(),
      invitationEndpoints(options.invitations, options.onJoined),
    ],
  });
}

const day = 24 * 60 * 60;

function sendReset(mails: ResetMails) {
  return ({ user, token }: { user: { id: string }; token: string }, request?: Request): Promise<void> =>
    mails.ask({ userId: user.id, token, language: mailLanguageOf(request?.headers.get('accept-language')) });
}

function machineTokens(prisma: PrismaClient, baseUrl: string) {
  return jwt({
    schema: { jwks: { modelName: 'authJwks' } },
    adapter: createKeyStore(prisma),
    jwks: { keyPairConfig: { alg: 'EdDSA', crv: 'Ed25519' }, rotationInterval: 90 * day, gracePeriod: 30 * day },
    // The token names the session that it came from and no more: it ends with it, and tells nobody who the user is.
    jwt: {
      issuer: baseUrl,
      audience: baseUrl,
      expirationTime: '15m',
      definePayload: ({ session }) => ({ sid: session.id }),
    },
    disableSettingJwtHeader: true,
  });
}

function companyProviders() {
  return sso({
    modelName: 'authSsoProvider',
    providersLimit: 0,
    domainVerification: { enabled: true },
    organizationProvisioning: { disabled: true },
    resolveUser: ({ providerId, providerUser }) =>
      mayVouchFor(providerId, providerUser.email)
        ? { action: 'continue' }
        : {
            action: 'reject',
            code: 'EMAIL_DOMAIN_REFUSED',
            message: 'This provider does not speak for addresses of this domain.',
          },
  });
}

/** The library calls a provider on a private address only when its origin is trusted; those that are registered are. */
function withLocalProviders(prisma: PrismaClient, origins: readonly string[]) {
  return async (): Promise<string[]> => [...origins, ...(await localProviderOrigins(prisma))];
}

/** What the provider issued is never used again, so it is not kept. */
async function withoutProviderTokens() {
  return { data: { accessToken: null, refreshToken: null, idToken: null } };
}

/** The company whose provider is just opening a session; undefined for every other way to sign in. */
async function companyOfCallback(
  prisma: PrismaClient,
  path: string | undefined,
  params: unknown,
): Promise<string | undefined> {
  if (!path?.startsWith('/sso/')) return undefined;
  const providerId =
    typeof params === 'object' && params !== null && 'providerId' in params ? String(params.providerId) : '';
  const provider = await prisma.authSsoProvider.findUnique({ where: { providerId } });
  if (!provider?.organizationId) throw new Error('a provider without a company tried to open a session');
  return provider.organizationId;
}
