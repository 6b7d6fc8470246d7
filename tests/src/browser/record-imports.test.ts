import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { dropFile, readAccount, signIn } from './cockpit.ts';
import { type DemoPlatform, startDemoPlatform } from './demo-platform.ts';

/** Buddy matches as an administrator brings them in: known by their columns, read otherwise on demand, stored, taken back. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

const file = `\uFEFF${[
  'Deltaker e-post;Buddy e-post;Koblet dato;Status;Språk',
  'Oksana.Ny@example.org;kari.ny@firma.example;15.01.2026;aktiv;norsk',
  'taras.ny@example.org;kari.ny@firma.example;16.01.2026;avsluttet;ukrainsk',
  'taras.ny@example.org;kari.ny@firma.example;16.01.2026;avsluttet;ukrainsk',
  ';nils.ny@firma.example;17.01.2026;aktiv;norsk',
  '',
].join('\r\n')}`;
const account = { 'Rows read': 4, New: 2, Changed: 0, Unchanged: 1, Rejected: 1 };

let platform: DemoPlatform;
let page: Page;
let folder: string;

beforeAll(async () => {
  platform = await startDemoPlatform(process.env.TEEI_BROWSER);
  folder = await mkdtemp(join(tmpdir(), 'teei-buddies-'));
  await writeFile(join(folder, 'koblinger.csv'), file);
  page = await (await platform.newContext({ reducedMotion: 'reduce' })).newPage();
  await signIn(page);
});
afterAll(async () => {
  await platform?.close();
  await rm(folder, { recursive: true, force: true });
});

test('a buddy file is known by its Norwegian columns', async () => {
  await page.goto('/imports');
  await page.getByText('Drop an export here').waitFor();
  await dropFile(page, join(folder, 'koblinger.csv'));
  await page.getByRole('heading', { level: 1, name: 'koblinger.csv' }).waitFor();
  expect(await page.getByLabel('What the rows are').inputValue()).toBe('BUDDY_MATCH');
  const buddy = page.getByLabel('Column Buddy e-post is read as');
  expect(await buddy.locator('option:checked').textContent()).toBe('Buddy’s e-mail');
  expect(await readAccount(page.getByRole('region', { name: 'What this file would do' }))).toEqual(account);
});

test('taken for something else, it says which columns are missing, and is read as before again', async () => {
  await page.getByLabel('What the rows are').selectOption('Volunteer hours');
  await page.getByText(/No column was found for: .*Hours/).waitFor();
  await page.getByLabel('What the rows are').selectOption('Buddy matches');
  await page.getByText(/No column was found for/).waitFor({ state: 'detached' });
  expect(await readAccount(page.getByRole('region', { name: 'What this file would do' }))).toEqual(account);
});

test('is stored with the account that was announced, says what to mend, and is taken back', async () => {
  await page.getByRole('button', { name: 'Import these rows' }).click();
  const done = page.getByRole('region', { name: 'The import is done' });
  await done.waitFor({ timeout: 60_000 });
  expect(await readAccount(done)).toEqual(account);
  await page
    .getByRole('region', { name: /things? to mend/ })
    .getByText('MISSING_EMAIL')
    .first()
    .waitFor();
});

test('a rejected row is mended in a grid, survives a reload, and comes in as a small import of its own', async () => {
  const first = page.url();
  await page.getByRole('button', { name: 'Mend here' }).click();
  const cell = page.getByLabel('Deltaker e-post, row 1');
  await cell.fill('halyna.ny@example.org');
  await page.reload();
  await page.getByRole('button', { name: 'Mend here' }).click();
  expect(await cell.inputValue()).toBe('halyna.ny@example.org');
  await page.getByRole('button', { name: 'Send these rows again' }).click();
  await page.getByRole('heading', { level: 1, name: 'koblinger-mended.csv' }).waitFor();
  const plan = await readAccount(page.getByRole('region', { name: 'What this file would do' }));
  expect(plan).toEqual({ 'Rows read': 1, New: 1, Changed: 0, Unchanged: 0, Rejected: 0 });
  await page.getByRole('button', { name: 'Import these rows' }).click();
  await page.getByRole('region', { name: 'The import is done' }).waitFor({ timeout: 60_000 });
  await page.goto(first);
});

test('it is taken back', async () => {
  await page.getByRole('button', { name: 'Take back' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Take back' }).click();
  await page.getByRole('heading', { name: 'The import was taken back' }).waitFor({ timeout: 60_000 });
});
