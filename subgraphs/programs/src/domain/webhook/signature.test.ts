import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { keyOf, type SignatureScheme, signedHeaders, toleranceSeconds, verifySignature } from './signature.ts';
import { issueWebhookSecret } from './webhook-secret.ts';

// The vector of Standard Webhooks 1.0.0.
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const id = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
const timestamp = 1614265330;
const body = Buffer.from('{"test": 2432232314}');
const signature = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';
const headers = { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': signature };
const key = keyOf('STANDARD', secret);
const then = new Date(timestamp * 1000);

const verify = (more: object = {}, at = then, keys = [key], bytes: Buffer = body) =>
  verifySignature({ scheme: 'STANDARD', source: 'kintell', headers: { ...headers, ...more }, body: bytes }, keys, at)
    .kind;

describe('Standard Webhooks', () => {
  test('the published vector is valid, and is what we sign', () => {
    expect(verify()).toBe('valid');
    expect(signedHeaders('STANDARD', { id, at: then, body: body.toString() }, key)).toEqual(headers);
  });

  test.each([
    ['another body', { body: Buffer.from('{"test": 2432232315}') }],
    ['a body with one space less', { body: Buffer.from('{"test":2432232314}') }],
    ['another id', { headers: { 'webhook-id': 'msg_other' } }],
    ['another timestamp', { headers: { 'webhook-timestamp': String(timestamp + 1) } }],
    ['no id', { headers: { 'webhook-id': undefined } }],
    ['two ids', { headers: { 'webhook-id': [id, id] } }],
    ['an id with a dot', { headers: { 'webhook-id': 'msg.1' } }],
    ['no signature', { headers: { 'webhook-signature': undefined } }],
    ['an empty signature', { headers: { 'webhook-signature': 'v1,' } }],
    ['a signature of another version', { headers: { 'webhook-signature': signature.replace('v1', 'v1a') } }],
    ['a timestamp that is no number', { headers: { 'webhook-timestamp': '1614265330x' } }],
    ['a timestamp before time', { headers: { 'webhook-timestamp': '-1614265330' } }],
  ])('%s is invalid', (_, { headers: more, body: bytes }: { headers?: object; body?: Buffer }) => {
    expect(verify(more, then, [key], bytes)).toBe('invalid');
  });

  test('one of several signatures is enough, and either of two secrets', () => {
    const other = keyOf('STANDARD', issueWebhookSecret().secret);
    const several = `v1,AAAA v2,xyz ${signature} v1,BBBB`;
    expect(verify({ 'webhook-signature': several })).toBe('valid');
    expect(verify({}, then, [other, key])).toBe('valid');
    expect(verify({}, then, [other])).toBe('invalid');
    expect(verify({}, then, [])).toBe('invalid');
  });

  test('a signature behind more than anybody sends is not looked for', () => {
    expect(verify({ 'webhook-signature': `${'v1,AAAA '.repeat(10)}${signature}` })).toBe('invalid');
  });
});

describe('clocks', () => {
  const after = (seconds: number) => new Date(then.getTime() + seconds * 1000);

  test.each([-toleranceSeconds, -1, 0, 1, toleranceSeconds])('%i seconds apart is valid', (seconds) => {
    expect(verify({}, after(seconds))).toBe('valid');
  });

  test.each([-toleranceSeconds - 1, toleranceSeconds + 1, 86_400])('%i seconds apart is stale', (seconds) => {
    expect(verify({}, after(seconds))).toBe('stale');
  });

  test('only who signed hears that it is stale', () => {
    expect(verify({ 'webhook-signature': 'v1,AAAA' }, after(86_400))).toBe('invalid');
  });
});

describe('the plain form', () => {
  const plainKey = keyOf('PLAIN', secret);
  const digest = createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest();
  const [hex, base64] = [digest.toString('hex'), digest.toString('base64')];
  const check = (given: Record<string, string>, at = then) =>
    verifySignature({ scheme: 'PLAIN', source: 'kintell', headers: given, body }, [plainKey], at).kind;

  test.each([
    ['named after the source', { 'x-kintell-signature': hex, 'x-kintell-timestamp': String(timestamp) }],
    ['named after nothing', { 'x-signature': hex, 'x-timestamp': String(timestamp) }],
    ['in upper case', { 'x-webhook-signature': hex.toUpperCase(), 'x-webhook-timestamp': String(timestamp) }],
    ['with its algorithm', { 'x-webhook-signature': `sha256=${hex}`, 'x-webhook-timestamp': String(timestamp) }],
    ['in base64', { 'x-webhook-signature': base64, 'x-webhook-timestamp': String(timestamp) }],
    ['with the timestamp in it', { 'x-kintell-signature': `t=${timestamp},v1=${hex}` }],
    ['of two secrets', { 'x-kintell-signature': `t=${timestamp},v1=${'0'.repeat(64)},v1=${hex}` }],
  ])('%s is valid', (_, given) => expect(check(given)).toBe('valid'));

  test.each([
    ['without a timestamp', { 'x-kintell-signature': hex }],
    ['with another timestamp', { 'x-kintell-signature': `t=${timestamp + 1},v1=${hex}` }],
    ['cut short', { 'x-kintell-signature': hex.slice(2), 'x-kintell-timestamp': String(timestamp) }],
    ['of another source', { 'x-buddy-signature': hex, 'x-buddy-timestamp': String(timestamp) }],
    ['empty', { 'x-kintell-signature': '', 'x-kintell-timestamp': String(timestamp) }],
  ])('%s is invalid', (_, given) => expect(check(given)).toBe('invalid'));

  test('knows milliseconds, signed as they are written', () => {
    const at = `${timestamp}123`;
    const signed = createHmac('sha256', secret).update(`${at}.`).update(body).digest('hex');
    expect(check({ 'x-kintell-signature': signed, 'x-kintell-timestamp': at })).toBe('valid');
    expect(
      check({ 'x-kintell-signature': signed, 'x-kintell-timestamp': at }, new Date(then.getTime() + 301_124)),
    ).toBe('stale');
  });
});

test.each<SignatureScheme>(['STANDARD', 'PLAIN'])(
  'what we sign in the form %s we verify, with a secret of ours',
  (scheme) => {
    const own = keyOf(scheme, issueWebhookSecret().secret);
    const given = signedHeaders(scheme, { id: 'msg_1', at: then, body: body.toString() }, own);
    expect(verifySignature({ scheme, source: 'kintell', headers: given, body }, [own], then).kind).toBe('valid');
  },
);
