import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { settled } from '../settled.ts';
import { readTiles, signIn } from './cockpit.ts';
import { type DemoPlatform, startDemoPlatform } from './demo-platform.ts';

/** An employee logs hours, a reviewer corrects one entry and approves the rest, by keyboard, and the dashboard follows. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

let platform: DemoPlatform;
let employee: Page;
let reviewer: Page;

beforeAll(async () => {
  platform = await startDemoPlatform(process.env.TEEI_BROWSER);
  employee = await pageOf('user@aurora.example');
  reviewer = await pageOf('reviewer@aurora.example');
});
afterAll(() => platform?.close());

test('an employee logs hours and cannot decide upon them', async () => {
  await employee.getByRole('link', { name: 'Volunteer hours' }).click();
  await employee.getByRole('button', { name: 'Log hours' }).click();
  const form = employee.getByRole('dialog', { name: 'Log hours' });
  expect(await form.getByLabel('The volunteer’s e-mail').inputValue()).toBe('user@aurora.example');
  await form.getByLabel('Hours').fill('25');
  await form.getByRole('button', { name: 'Log these hours' }).click();
  await form.getByText('Give a number above 0 and up to 24.').waitFor();
  await form.getByLabel('Day').fill('2026-10-12');
  await form.getByLabel('Hours').fill('3,5');
  await form.getByLabel('Activity').fill('Reading aloud');
  await form.getByRole('button', { name: 'Log these hours' }).click();
  const row = employee.getByRole('row', { name: /Reading aloud/ });
  await row.waitFor();
  expect(await row.textContent()).toContain('Waiting');
  expect(await employee.getByRole('checkbox').count()).toBe(0);
});

test('a reviewer finds it by the address, corrects it with a reason, and the history says so', async () => {
  const before = await readHours(reviewer);
  await reviewer.goto('/hours?status=LOGGED&from=2026-10-12&to=2026-10-12');
  await reviewer.getByText('1 entry, 3.5 hours in all').waitFor();
  await reviewer.getByRole('button', { name: 'user@aurora.example' }).click();
  const drawer = reviewer.getByRole('dialog');
  await drawer.getByRole('button', { name: 'Correct', exact: true }).click();
  await drawer.getByLabel('Hours').fill('2.5');
  await drawer.getByRole('button', { name: 'Save the correction' }).click();
  await drawer.getByText('Say why.').waitFor();
  await drawer.getByLabel('Why').fill('The event ended early');
  await drawer.getByRole('button', { name: 'Save the correction' }).click();
  await drawer.getByText('3.5 hours → 2.5 hours').waitFor();
  await drawer.getByText('The event ended early').waitFor();
  expect(new URL(reviewer.url()).searchParams.get('status')).toBe('LOGGED');
  await reviewer.keyboard.press('Escape');
  await reviewer.getByText('Nothing fits').waitFor();
  await settled(platform.sql);
  expect((await readHours(reviewer)) - before).toBeCloseTo(2.5, 1);
});

test('by keyboard alone all that wait are chosen and approved', async () => {
  await reviewer.goto('/hours?status=LOGGED');
  await reviewer.getByRole('checkbox', { name: 'Choose all that wait' }).focus();
  await reviewer.keyboard.press('Space');
  const approve = reviewer.getByRole('button', { name: /^Approve \d+ entr/ });
  await approve.focus();
  await reviewer.keyboard.press('Enter');
  await reviewer.getByText(/^\d+ entries approved$/).waitFor();
  await reviewer.getByText('Nothing fits').waitFor();
});

test('the number on the dashboard leads down to the hours', async () => {
  await reviewer.goto('/');
  await reviewer
    .getByRole('article', { name: 'Volunteer hours' })
    .getByRole('button', { name: 'Why this number?' })
    .click();
  const drawer = reviewer.getByRole('dialog');
  await drawer.getByRole('region', { name: 'Approved volunteer hours behind this number' }).waitFor();
  await drawer.getByRole('link', { name: 'Planting trees' }).click();
  await reviewer.getByRole('dialog').getByRole('heading', { name: 'History' }).waitFor();
});

async function pageOf(email: string): Promise<Page> {
  const page = await (await platform.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await signIn(page, email);
  return page;
}

async function readHours(page: Page): Promise<number> {
  await page.goto('/');
  await page.getByRole('article', { name: 'Volunteer hours' }).waitFor();
  return Number((await readTiles(page))['Volunteer hours'].replaceAll(/[^\d.]/g, ''));
}
