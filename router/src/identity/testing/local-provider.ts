import { once } from 'node:events';
import type { Server } from 'node:http';
import { Provider } from 'oidc-provider';

/** An OpenID Connect provider on this machine, with whoever signs in being who they say they are. */
export interface LocalProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Walks the authorization code flow from its first URL as `email`; resolves to where the provider sends the browser in the end. */
  signIn(authorizationUrl: string, email: string): Promise<string>;
  stop(): Promise<void>;
}

export async function startLocalProvider(port: number, redirectUris: readonly string[]): Promise<LocalProvider> {
  const issuer = `http://127.0.0.1:${port}`;
  const client = { client_id: 'teei', client_secret: 'what only the two of us know' };
  const provider = new Provider(issuer, {
    clients: [{ ...client, redirect_uris: [...redirectUris] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: async () => ({ sub: id, email: id, email_verified: true, name: `Person ${id}` }),
    }),
    features: { devInteractions: { enabled: true } },
    cookies: { keys: ['signs the cookies of this provider'] },
    pkce: { required: () => true },
  });
  const server: Server = provider.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    issuer,
    clientId: client.client_id,
    clientSecret: client.client_secret,
    signIn: (url, email) => walk(issuer, url, email),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Follows redirects and sends the forms that a browser would show, until the way leads away from the provider. */
async function walk(issuer: string, start: string, email: string): Promise<string> {
  const cookies = new Map<string, string>();
  let url = start;
  let form: URLSearchParams | undefined;
  for (let step = 0; step < 20; step++) {
    if (!url.startsWith(issuer)) return url;
    const response = await fetch(url, {
      redirect: 'manual',
      method: form ? 'POST' : 'GET',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { body: form } : {}),
    });
    for (const header of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
      cookies.set(name, value);
    }
    form = undefined;
    const location = response.headers.get('location');
    if (location) {
      url = new URL(location, url).href;
      continue;
    }
    const page = await response.text();
    if (response.status !== 200) throw new Error(`the provider answered ${response.status}: ${page}`);
    url = new URL(/<form[^>]+action="([^"]+)"/.exec(page)?.[1] ?? '', url).href;
    const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1] ?? '';
    form = new URLSearchParams(prompt === 'login' ? { prompt, login: email, password: 'any' } : { prompt });
  }
  throw new Error('the provider sent the browser in circles');
}
