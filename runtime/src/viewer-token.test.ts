import { SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { anonymous, type MemberViewer, type Viewer } from './viewer.ts';
import { createViewerSigner, createViewerVerifier } from './viewer-token.ts';

const secret = 'a secret of at least thirty-two bytes';
const member: MemberViewer = {
  kind: 'member',
  userId: 'u1',
  memberId: 'm1',
  companyId: 'c1',
  role: 'ANALYST',
  scopes: new Set(['metrics:read', 'people:read']),
};
const verify = createViewerVerifier(secret);

test.each<Viewer>([
  anonymous,
  member,
  { kind: 'apiKey', apiKeyId: 'k1', companyId: 'c1', client: 'partner', scopes: new Set(['metrics:read']) },
  { kind: 'service', service: 'imports', companyId: 'c1', scopes: new Set(['internal:people']) },
])('a viewer arrives as it was sent: $kind', async (viewer) => {
  expect(await verify(await createViewerSigner(secret)(viewer))).toEqual(viewer);
});

test('a viewer is signed once for many requests, another viewer anew', async () => {
  const sign = createViewerSigner(secret);
  expect(await sign(member)).toBe(await sign({ ...member }));
  expect(await sign(member)).not.toBe(await sign({ ...member, scopes: new Set() }));
});

const claims = { viewer: { ...member, scopes: [...member.scopes] } };
const forged = (change: (token: SignJWT) => SignJWT, key = secret): Promise<string> =>
  change(
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('teei-router')
      .setAudience('teei-subgraph')
      .setIssuedAt()
      .setExpirationTime('60s'),
  ).sign(new TextEncoder().encode(key));

test.each<[string, () => Promise<string>]>([
  ['signed with another secret', () => forged((token) => token, 'another secret of thirty-two bytes!')],
  ['past its time', () => forged((token) => token.setExpirationTime('-10s'))],
  ['for another audience', () => forged((token) => token.setAudience('somebody'))],
  [
    'that lives longer than the router gives',
    () => forged((token) => token.setIssuedAt('-2m').setExpirationTime('1h')),
  ],
  ['without a signature', async () => `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify(claims))}.`],
  ['that is no token', async () => 'member'],
])('a token %s is refused', async (_, make) => {
  await expect(verify(await make())).rejects.toThrow('The viewer token is refused');
});

test('a token with scopes that do not exist is refused', async () => {
  const token = await new SignJWT({ viewer: { ...claims.viewer, scopes: ['everything'] } })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('teei-router')
    .setAudience('teei-subgraph')
    .setIssuedAt()
    .setExpirationTime('60s')
    .sign(new TextEncoder().encode(secret));
  await expect(verify(token)).rejects.toThrow('its claims name no viewer');
});

test('a secret that is too short is refused', () => {
  expect(() => createViewerSigner('short')).toThrow('at least 32 bytes');
});
