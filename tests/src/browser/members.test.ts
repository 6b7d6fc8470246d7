import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '@teei/runtime/id';
import { demoPassword } from '@teei/stack/seed/demo-companies';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Caller } from '../caller.ts';
import { until } from '../until.ts';
import { populate } from '../with-stack.ts';
import { readAccount, signIn } from './cockpit.ts';
import { type DemoPlatform, startDemoPlatform } from './demo-platform.ts';
import { violationsInEveryLook, wide } from './violations.ts';

/** A company's beginning, its members and what they see of their company's settings, as an administrator works with them; and the pages that mails lead to. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

let platform: DemoPlatform;
let page: Page;

beforeAll(async () => {
  platform = await startDemoPlatform(process.env.TEEI_BROWSER);
  page = await newPage();
  await signIn(page);
});
afterAll(() => platform?.close());

async function newPage(): Promise<Page> {
  return (await platform.newContext({ reducedMotion: 'reduce' })).newPage();
}

/** The demo's company. */
async function aurora() {
  const { rows } = await platform.sql.query<{ id: string; name: string }>(
    `SELECT id, name FROM profile.company WHERE slug LIKE 'aurora%'`,
  );
  return rows[0] ?? expect.fail('the demo has no company Aurora');
}

/** The link in the newest mail to the address. Without a mail server mails are files. */
function linkTo(address: string): Promise<string> {
  const folder = join(platform.stack.platform.dataFolder, 'mails');
  return until(`mail to ${address}`, async () => {
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.txt')).sort();
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    const text = texts.findLast((each) => each.startsWith(`To: ${address}\n`));
    return text && /http\S+#\S+/.exec(text)?.[0];
  });
}

test('somebody is invited, joins by the link, and is listed with their sign-in', async () => {
  await page.getByRole('link', { name: 'Members' }).click();
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Work e-mail').fill('nora@aurora.example');
  await dialog.getByLabel('Role').selectOption('Analyst');
  await dialog.getByRole('button', { name: 'Send the invitation' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page
    .getByRole('row', { name: /nora@aurora\.example/ })
    .getByText('Waiting')
    .waitFor();
  await shoot(page, 'members');

  const guest = await newPage();
  await guest.goto(await linkTo('nora@aurora.example'));
  await guest.getByRole('heading', { name: /^Join / }).waitFor();
  expect(new URL(guest.url()).hash).toBe('');
  expect(await violationsInEveryLook(guest)).toEqual([]);
  await shoot(guest, 'accept-invitation');
  await guest.getByLabel('Your name').fill('Nora Newcomer');
  await guest.getByLabel('Choose a password').fill('four words in a row');
  await guest.keyboard.press('Enter');
  await guest.getByRole('article', { name: 'Sessions' }).waitFor();
  await guest.goto('/accept-invitation#used');
  await guest.getByText('This invitation is not open any more').waitFor();
  await page.reload();
  await page
    .getByRole('row', { name: /Nora Newcomer/ })
    .getByText('Analyst')
    .waitFor();
  await guest.context().close();
});

test('a role that is taken away on the page is gone at once, and so are sign-ins that are ended', async () => {
  const nora = await new Caller(platform.stack.url).signIn('nora@aurora.example', 'four words in a row');
  const question = '{ imports { totalCount } }';
  expect((await nora.ask(question)).errors).toBeUndefined();
  await page.getByRole('button', { name: 'Change the role of Nora Newcomer' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Role').selectOption('Reader');
  await dialog.getByRole('button', { name: 'Change role' }).click();
  await dialog.waitFor({ state: 'detached' });
  await until('loss of the right', async () => (await nora.ask(question)).errors);

  await page.getByRole('button', { name: 'Sign-ins of Nora Newcomer' }).click();
  const drawer = page.getByRole('dialog', { name: 'Sign-ins of Nora Newcomer' });
  await drawer.getByText('Chrome, Linux').first().waitFor();
  expect(await violationsInEveryLook(page)).toEqual([]);
  await shoot(page, 'member-sessions');
  await page.emulateMedia({ colorScheme: null });
  await page.setViewportSize(wide);
  await drawer.getByRole('button', { name: 'End all of them' }).click();
  await drawer.getByText('Not signed in anywhere').waitFor();
  await until('end of the sessions', async () => (await nora.send({ query: question })).status === 401);
  await drawer.getByRole('button', { name: 'Close' }).click();

  const again = await new Caller(platform.stack.url).signIn('nora@aurora.example', 'four words in a row');
  await page.getByRole('button', { name: 'Remove Nora Newcomer' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  await page.getByRole('row', { name: /Nora Newcomer/ }).waitFor({ state: 'detached' });
  await until('end of the membership', async () => (await again.send({ query: question })).status === 403);
});

test('the company theme is tried out, corrected, worn from the first drawing on, and never instead of high contrast', async () => {
  const accent = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent-4').trim());
  await page.goto('/administration/theme');
  const asItComes = await accent();
  await page.getByRole('textbox', { name: 'Main colour', exact: true }).fill('#ffb300');
  await page.getByRole('button', { name: 'Save the theme' }).click();
  await page.getByText(/^Not saved/).waitFor();
  await page.getByRole('button', { name: 'Use these colours' }).click();
  const logo = { name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(scriptedSvg) };
  await page.locator('input[type=file]').setInputFiles(logo);
  await page.getByAltText('The logo as it is now').waitFor();
  await page.getByLabel('Font', { exact: true }).selectOption('Literata');
  await page.getByRole('button', { name: 'Save the theme' }).click();
  await page.getByText(/^Saved\./).waitFor();
  const { rows } = await platform.sql.query('SELECT logo FROM profile.company_theme');
  expect(rows).toEqual([{ logo: expect.stringMatching(/^data:image\/png;base64,/) }]);
  const branded = await accent();
  expect(branded).not.toBe(asItComes);

  // Without the graph nothing can come but what the browser kept.
  await page.route('**/graphql', (route) => route.abort());
  await page.reload();
  await page.getByText('Something went wrong').waitFor();
  expect(await accent()).toBe(branded);
  expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('Literata');
  await page.unroute('**/graphql');
  await page.emulateMedia({ contrast: 'more' });
  await expect.poll(accent).not.toBe(branded);
  await page.emulateMedia({ contrast: null });

  const stranger = await newPage();
  await signIn(stranger, 'admin@fjord.example');
  expect(
    await stranger.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent-4').trim()),
  ).toBe(asItComes);
  await stranger.context().close();
  await page.goto('/administration/theme');
  await page.getByRole('button', { name: 'Back to the look it came with' }).click();
  await expect.poll(accent).toBe(asItComes);
});

test('a manifest is uploaded, looked at, activated and rolled back, and shows what keys call', async () => {
  const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
  const manifest = (...bodies: string[]) => ({
    name: 'manifest.json',
    mimeType: 'application/json',
    buffer: Buffer.from(
      JSON.stringify({
        format: 'apollo-persisted-query-manifest',
        version: 1,
        operations: bodies.map((body) => ({
          id: hashOf(body),
          name: /query (\w+)/.exec(body)?.[1],
          type: 'query',
          body,
        })),
      }),
    ),
  });
  const impact = 'query PartnerImpact {\n  company {\n    name\n  }\n}';
  const newImpact = impact.replace('name', 'name\n    currency');
  const upload = async (...bodies: string[]) => {
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await (await choosing).setFiles(manifest(...bodies));
  };
  const activate = async (version: number) => {
    const drawer = page.getByRole('dialog', { name: `Changes with version ${version}` });
    await drawer.getByRole('button', { name: `Activate version ${version}` }).click();
    await drawer.waitFor({ state: 'detached' });
    await page
      .getByRole('row', { name: new RegExp(`^Version ${version} `) })
      .getByText('Active', { exact: true })
      .waitFor();
  };
  await page.goto('/administration');
  await page.getByRole('main').getByRole('link', { name: 'Partner operations' }).click();
  await upload('query Wrong {\n  company {\n    colour\n  }\n}');
  const problem = page.getByRole('alert');
  await problem.getByText('Cannot query field "colour" on type "Company".').waitFor();
  expect(await problem.textContent()).toContain('line 3, column 5');
  await upload(impact);
  await activate(1);
  await upload(newImpact, 'query PartnerSlug { company { slug } }');
  const drawer = page.getByRole('dialog', { name: 'Changes with version 2' });
  await drawer.getByText('1 changed').waitFor();
  await drawer.getByText('1 added').waitFor();
  expect(await violationsInEveryLook(page)).toEqual([]);
  await shoot(page, 'manifest-changes');
  await activate(2);

  const key = await populate(platform.stack, platform.sql).addApiKey(await aurora(), ['metrics:read']);
  const call = async (body: string) =>
    JSON.stringify(await (await key.send({ documentId: `sha256:${hashOf(body)}` })).json());
  await until('the new version', async () => (await call(newImpact)).includes('currency'));
  expect(await call(impact)).toContain('PERSISTED_QUERY_NOT_FOUND');
  await platform.stack.identity.usage.flush();
  await page.reload();
  const row = page.getByRole('row', { name: /^PartnerImpact / });
  await row.getByText('test', { exact: true }).waitFor();
  await page
    .getByRole('row', { name: /^PartnerSlug/ })
    .getByText('Never used')
    .waitFor();
  await page
    .getByRole('region', { name: /^Calls of ids/ })
    .getByText(`sha256:${hashOf(impact)}`)
    .waitFor();
  await shoot(page, 'operations');
  await row.getByRole('button', { name: 'PartnerImpact', exact: true }).click();
  await page
    .getByRole('dialog', { name: 'PartnerImpact', exact: true })
    .getByText(`sha256:${hashOf(newImpact)}`)
    .waitFor();
  expect(await violationsInEveryLook(page)).toEqual([]);
  await page.goBack();
  await page.getByRole('button', { name: 'Go back to version 1' }).click();
  await page
    .getByRole('row', { name: /^Version 1 / })
    .getByText('Active', { exact: true })
    .waitFor();
  await until('the former version', async () => (await call(impact)).includes('company'));
});

test('what is switched off is gone from the cockpit, which works on with what it has registered', async () => {
  await page.goto('/administration/features');
  const panel = page.getByRole('region', { name: /^GraphiQL/ });
  await panel.getByRole('slider').fill('0');
  await panel.getByRole('button', { name: 'Set the share' }).click();
  await panel.getByText('On for 0 of').waitFor();
  await page.goto('/');
  await page.getByRole('article', { name: 'Sessions' }).waitFor();
  await page.getByText('Live', { exact: true }).waitFor();
  await expect.poll(() => page.getByRole('link', { name: 'GraphiQL' }).count()).toBe(0);
  const admin = await new Caller(platform.stack.url).signIn('admin@aurora.example', demoPassword);
  expect((await admin.ask('{ company { name } }')).errors?.[0]?.extensions.code).toBe('OWN_OPERATIONS_OFF');
});

test('a forgotten password is chosen anew by the link in a mail', async () => {
  const guest = await newPage();
  await guest.goto('/sign-in');
  await guest.getByRole('link', { name: 'Forgot your password?' }).click();
  await guest.getByLabel('E-mail').fill('analyst@aurora.example');
  expect(await violationsInEveryLook(guest)).toEqual([]);
  await guest.keyboard.press('Enter');
  await guest.getByText(/a mail is on its way/).waitFor();
  await guest.goto(await linkTo('analyst@aurora.example'));
  await guest.getByLabel('New password').fill(`${demoPassword} and more`);
  expect(await violationsInEveryLook(guest)).toEqual([]);
  await shoot(guest, 'reset-password');
  await guest.keyboard.press('Enter');
  await guest.getByText('Your password is changed').waitFor();
  await guest.getByRole('link', { name: 'Back to sign-in' }).click();
  await guest.getByLabel('E-mail').fill('analyst@aurora.example');
  await guest.getByLabel('Password').fill(`${demoPassword} and more`);
  await guest.keyboard.press('Enter');
  await guest.getByRole('article', { name: 'Sessions' }).waitFor();
  await guest.context().close();
});

const scriptedSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 56" onload="document.title='run'">
  <script>document.title = 'run'</script><rect width="56" height="56" fill="#b45309"/></svg>`;

/** Pictures for whoever wants to look, where `TEEI_SHOTS` names a folder. */
async function shoot(shown: Page, name: string): Promise<void> {
  const folder = process.env.TEEI_SHOTS;
  if (!folder) return;
  for (const width of [1280, 390])
    for (const colorScheme of ['light', 'dark'] as const) {
      await shown.setViewportSize({ width, height: 860 });
      await shown.emulateMedia({ colorScheme });
      await shown.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
    }
  await shown.setViewportSize({ width: 1280, height: 860 });
}

test('a new company is led by what has happened in it, and tried out in a demo that nothing leaves', async () => {
  const company = await newCompany('new@empty.example');
  const newcomer = await newPage();
  const messages: string[] = [];
  newcomer.on('console', (message) => message.type() === 'error' && messages.push(message.text()));
  await enter(newcomer, 'new@empty.example');
  const steps = newcomer.getByRole('region', { name: 'First steps' });
  await steps.getByText('0 of 5 done').waitFor();
  expect(await violationsInEveryLook(newcomer)).toEqual([]);
  await newcomer.setViewportSize(wide);

  // Empty pages say what brings something to them, and lead there.
  for (const path of ['/impact', '/impact/trends', '/people', '/score-review']) {
    await newcomer.goto(path);
    await newcomer.getByRole('main').getByRole('link', { name: 'Import a file' }).first().waitFor();
  }
  await newcomer.goto('/people');
  await newcomer.getByRole('main').getByRole('link', { name: 'Import a file' }).click();
  for (const language of ['uk', 'no']) {
    const answer = await newcomer.request.get(`/samples/sessions-${language}.csv`);
    expect(await answer.text()).toContain('SAMPLE-028');
  }
  await newcomer.getByRole('button', { name: 'Try with a sample' }).click();
  const read = newcomer.locator('dl').filter({ hasText: 'Rows read' });
  await read.waitFor();
  expect(await readAccount(newcomer.getByRole('main'))).toMatchObject({ 'Rows read': 30, Rejected: 1 });
  await newcomer.goto('/');
  await steps.getByText('0 of 5 done').waitFor();

  await steps.getByRole('button', { name: 'Open a demo company' }).click();
  const note = newcomer.getByRole('complementary', { name: 'Demo.' });
  await note.waitFor();
  const sessions = newcomer.getByRole('article', { name: 'Sessions' }).locator('p span').first();
  await until('the demo fills by itself', async () => (await sessions.textContent({ timeout: 60_000 })) === '600');
  await newcomer.getByRole('button', { name: 'What does “Social return on investment (SROI)” mean?' }).click();
  await newcomer.getByText('It rests on assumptions of your company').waitFor();
  expect(await violationsInEveryLook(newcomer)).toEqual([]);
  await newcomer.setViewportSize(wide);
  await newcomer.keyboard.press('Escape');
  await newcomer.goto('/members');
  await newcomer.getByRole('table').waitFor();
  expect(await newcomer.getByRole('button', { name: 'Invite somebody' }).count()).toBe(0);
  await note.getByRole('button', { name: 'Back to Empty' }).click();
  await steps.getByText('0 of 5 done').waitFor();
  expect(await note.count()).toBe(0);

  await steps.getByRole('button', { name: 'Put away' }).click();
  await steps.waitFor({ state: 'detached' });
  await newcomer.getByText('No numbers yet').waitFor();
  await newcomer.getByRole('button', { name: 'Help' }).click();
  const help = newcomer.getByRole('dialog', { name: 'Help' });
  await help.getByRole('heading', { name: 'Words on this page' }).waitFor();
  expect(await violationsInEveryLook(newcomer)).toEqual([]);
  await newcomer.setViewportSize(wide);
  await help.getByRole('button', { name: 'Show the first steps' }).click();
  await platform.sql.query(
    `INSERT INTO profile.member (id, company_id, user_id, name, email, role) VALUES (gen_random_uuid(), $1, 'somebody', 'S', 's@empty.example', 'ANALYST')`,
    [company],
  );
  await newcomer.reload();
  await steps.getByText('1 of 5 done').waitFor();
  expect(messages).toEqual([]);
  await newcomer.context().close();
});

/** As `npm run company:create` makes one. */
async function newCompany(email: string): Promise<string> {
  const id = newId();
  const userId = await platform.stack.identity.ensureUser({ email, name: 'Newcomer', password: demoPassword });
  await platform.sql.query(`INSERT INTO profile.company (id, name, slug) VALUES ($1, 'Empty', 'empty')`, [id]);
  await platform.sql.query(
    `INSERT INTO profile.member (id, company_id, user_id, name, email, role) VALUES (gen_random_uuid(), $1, $2, 'Newcomer', $3, 'COMPANY_ADMIN')`,
    [id, userId, email],
  );
  return id;
}

async function enter(on: Page, email: string): Promise<void> {
  await on.goto('/sign-in');
  await on.getByLabel('E-mail').fill(email);
  await on.getByLabel('Password').fill(demoPassword);
  await on.getByRole('button', { name: 'Sign in', exact: true }).click();
}
