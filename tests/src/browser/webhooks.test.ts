import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { recordEvent } from '../record-events.ts';
import { until } from '../until.ts';
import { sendWebhook, sessionEvent, type WebhookSender } from '../webhook-sender.ts';
import { signIn } from './cockpit.ts';
import { type DemoPlatform, startDemoPlatform } from './demo-platform.ts';
import { violationsInEveryLook, wide } from './violations.ts';

/** Webhooks as an administrator sets them up and looks after them; axe looks along at every step, light and dark. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

let platform: DemoPlatform;
let page: Page;
let sender: WebhookSender;
let secondSecret: string;

beforeAll(async () => {
  platform = await startDemoPlatform(process.env.TEEI_BROWSER);
  const context = await platform.newContext({ reducedMotion: 'reduce', viewport: wide });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: platform.stack.url });
  page = await context.newPage();
  await signIn(page);
});
afterAll(() => platform?.close());

const log = () => page.getByRole('region', { name: 'Delivery log' });
const endpoints = () => page.getByRole('region', { name: 'Endpoints' });
const dialog = () => page.getByRole('dialog');
const rowOf = (eventType: string): Locator => log().getByRole('row').filter({ hasText: eventType }).first();
const send = async (body: object, secret = sender.secret) =>
  (await sendWebhook(platform.stack.url, sender, body, { secret })).status;

async function looksWell(): Promise<void> {
  expect(await violationsInEveryLook(page)).toEqual([]);
  await page.setViewportSize(wide);
  await page.emulateMedia({ colorScheme: 'light' });
}

async function secretInDialog(): Promise<string> {
  await dialog()
    .getByText(/^whsec_/)
    .waitFor();
  return (
    (await dialog()
      .getByText(/^whsec_/)
      .textContent()) ?? ''
  );
}

test('an endpoint is made, its mistakes are said beside the fields, and its secret is shown once', async () => {
  await page.getByRole('link', { name: 'Webhooks' }).click();
  await page.getByText('No endpoints yet').waitFor();
  await looksWell();
  await page.getByRole('button', { name: 'Create an endpoint' }).click();
  await dialog().getByRole('button', { name: 'Create', exact: true }).click();
  await dialog().getByText('Give the endpoint a name.').waitFor();
  await dialog().getByLabel('Name').fill('Buddy production');
  await dialog().getByRole('combobox', { name: 'Source' }).fill('not a source');
  await dialog().getByRole('button', { name: 'Create', exact: true }).click();
  await dialog().getByText('WEBHOOK_SOURCE').waitFor();
  await looksWell();
  await dialog().getByRole('combobox', { name: 'Source' }).fill('buddy');
  await dialog().getByRole('button', { name: 'Create', exact: true }).click();
  const secret = await secretInDialog();
  await looksWell();
  await dialog().getByRole('button', { name: 'Copy the secret' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(secret);
  await dialog().getByRole('button', { name: 'Copy the address' }).click();
  const address = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  expect(address.origin).toBe(platform.stack.url);
  await page.keyboard.press('Escape');
  await dialog().getByRole('button', { name: 'I have kept it' }).click();
  await dialog().waitFor({ state: 'detached' });
  await endpoints()
    .getByRole('rowheader', { name: /Buddy production/ })
    .waitFor();
  expect(await page.content()).not.toContain(secret);
  const endpointId = address.pathname.split('/').at(-1) ?? '';
  sender = { endpointId, path: address.pathname, secret, signature: 'STANDARD' };
});

test('a test event goes through and stands in the log without a reload', async () => {
  await endpoints().getByRole('button', { name: 'Send a test to Buddy production' }).click();
  await endpoints().getByText('A signed test event was sent to Buddy production.').waitFor();
  await rowOf('webhook.test').getByText('Test', { exact: true }).waitFor();
});

test('what partners send appears by itself with what became of it', async () => {
  const pair = { mentee: { email: 'walk.new@example.org' }, mentor: { email: 'walk.buddy@example.com' } };
  expect(await send(recordEvent('match.created', { match_id: 'W-1', ...pair, created_at: '2026-02-01' }))).toBe(202);
  await rowOf('match.created').getByText('Applied').waitFor();
  expect(await send(recordEvent('match.teleported', {}))).toBe(202);
  await rowOf('match.teleported').getByText('Not recognised').waitFor();
  expect(
    await send(recordEvent('event.logged', { match_id: 'W-none', event_type: 'Walk', held_at: '2026-02-02' })),
  ).toBe(202);
  await rowOf('event.logged')
    .getByText(/^again at/)
    .waitFor();
  const session = sessionEvent('W-2');
  expect(await send({ ...session, data: { ...session.data, duration_minutes: 'long' } })).toBe(202);
  await rowOf('kintell.session.completed').getByText('Dead letter').waitFor();
  await looksWell();
});

test('a delivery shows its payload, its failure and its attempts, and closes by the keyboard', async () => {
  await rowOf('kintell.session.completed').getByRole('button').click();
  await dialog().getByText('duration_minutes: Write how many minutes').first().waitFor();
  await dialog().getByText('1 failed attempt').waitFor();
  await dialog().getByText('"duration_minutes": "long"').waitFor();
  await looksWell();
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
});

test('dead letters are found by their state, and replayed from the drawer, by selection and since a time', async () => {
  await log().getByText('Dead letter', { exact: true }).first().click();
  await until('only dead letters', async () => (await log().getByRole('row').count()) === 2);
  await rowOf('kintell.session.completed').getByRole('button').click();
  await dialog().getByRole('button', { name: 'Replay' }).click();
  await dialog().getByText('2 failed attempts').waitFor();
  await page.keyboard.press('Escape');
  await log().getByText('All', { exact: true }).first().click();
  await rowOf('match.created').getByRole('checkbox').check();
  await log().getByRole('button', { name: 'Replay 1 delivery' }).click();
  await log().getByText('1 delivery is handled again.').waitFor();
  await log().getByRole('button', { name: 'Replay since a time' }).click();
  await looksWell();
  await dialog().getByRole('button', { name: 'Replay', exact: true }).click();
  await log()
    .getByText(/^\d deliveries are handled again\.$/)
    .waitFor();
  await rowOf('match.created').getByText('Applied').waitFor();
  const { rows } = await platform.sql.query("SELECT FROM programs.buddy_match WHERE source_id = 'W-1'");
  expect(rows).toHaveLength(1);
});

test('a secret is changed while the old one still stands, and the sender notices nothing', async () => {
  await endpoints().getByRole('button', { name: 'New secret for Buddy production' }).click();
  await dialog().getByRole('combobox').selectOption('24');
  await looksWell();
  await dialog().getByRole('button', { name: 'New secret' }).click();
  secondSecret = await secretInDialog();
  expect(secondSecret).not.toBe(sender.secret);
  await dialog().getByRole('button', { name: 'I have kept it' }).click();
  await endpoints()
    .getByText(/^until/)
    .waitFor();
  for (const secret of [sender.secret, secondSecret]) expect(await send({ type: 'rotated' }, secret)).toBe(202);
});

test('a body that was cleared says so, keeps its hash, and cannot be replayed', async () => {
  await platform.sql.query(
    `UPDATE programs.webhook_delivery SET body_sha256 = encode(sha256(convert_to(body, 'UTF8')), 'hex'), body = NULL, body_kept_since = NULL
      WHERE event_type = 'match.teleported'`,
  );
  await rowOf('match.teleported').getByRole('button').click();
  await dialog().getByText('The payload has been cleared').waitFor();
  await dialog()
    .getByText(/^[0-9a-f]{64}$/)
    .waitFor();
  expect(await dialog().getByRole('button', { name: 'Replay' }).count()).toBe(0);
  await looksWell();
  await page.keyboard.press('Escape');
});

test('an endpoint that is disabled takes nothing, and takes again when it is enabled', async () => {
  await endpoints().getByRole('button', { name: 'Disable Buddy production' }).click();
  await endpoints().getByText('Disabled', { exact: true }).waitFor();
  expect(await send({ type: 'refused' }, secondSecret)).toBe(401);
  await looksWell();
  await endpoints().getByRole('button', { name: 'Enable Buddy production' }).click();
  await endpoints().getByText('Receiving', { exact: true }).waitFor();
  await until('accepted again', async () => (await send({ type: 'again' }, secondSecret)) === 202);
});

test.each([
  ['nb-NO', 'Leveringslogg', 'Ingen buddykobling her har ID-en'],
  ['uk-UA', 'Журнал повідомлень', 'Тут немає пари бадді з таким номером'],
])('the log says why in the language of the reader (%s)', async (locale, title, why) => {
  const storageState = await page.context().storageState();
  const context = await platform.newContext({ locale, viewport: wide, storageState });
  const other = await context.newPage();
  await other.goto('/webhooks');
  const region = other.getByRole('region', { name: title });
  await region.getByRole('row').filter({ hasText: 'event.logged' }).getByRole('button').click();
  await other.getByRole('dialog').getByText(why).first().waitFor();
  await context.close();
});
