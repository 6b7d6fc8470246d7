import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { signIn } from './cockpit.ts';
import { type DemoPlatform, startDemoPlatform } from './demo-platform.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 240_000 });

let platform: DemoPlatform;
let page: Page;

beforeAll(async () => {
  platform = await startDemoPlatform(process.env.TEEI_BROWSER);
  const context = await platform.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  await signIn(page);
});
afterAll(() => platform?.close());

const rule = (atLeast: number) => `name: came_often
title: Came often
when:
  count: { of: { event: session }, atLeast: ${atLeast} }
do:
  - set: came_often
`;

test('a rule is written, mended, tried and saved, and everybody is looked at while one watches', async () => {
  await page.getByRole('link', { name: 'Journeys' }).click();
  await page.getByRole('link', { name: 'New rule' }).click();
  const text = page.getByRole('textbox', { name: 'Text of the rule' });
  await text.fill(rule(0));
  await page.getByRole('button', { name: 'Save the rule' }).click();
  const place = page.getByRole('button', { name: /^Line 4, column/ });
  await place.click();
  expect(await text.evaluate((field) => field === document.activeElement)).toBe(true);

  await text.fill(rule(1));
  await page.getByRole('button', { name: 'Try it' }).click();
  const heading = page.getByRole('heading', { name: /^Saving would change something for \d+ participants?$/ });
  await heading.waitFor();
  const touched = Number(/\d+/.exec((await heading.textContent()) ?? '')?.[0]);
  expect(touched).toBeGreaterThan(5);

  await page.getByRole('button', { name: 'Save the rule' }).click();
  await page.getByText('Revision 1', { exact: false }).first().waitFor();
  await page.getByRole('navigation', { name: 'Where this page is' }).getByRole('link', { name: 'Journeys' }).click();
  const row = page.getByRole('row', { name: /Came often/ });
  await row.getByRole('cell', { name: String(touched), exact: true }).waitFor();
  await page.getByText(/participants looked at/).waitFor();
});

test('a text under way is there again after a reload, and a rule that is deleted is gone', async () => {
  await page.getByRole('link', { name: 'Came often' }).click();
  const text = page.getByRole('textbox', { name: 'Text of the rule' });
  await text.fill(rule(7));
  await page.reload();
  expect(await text.inputValue()).toBe(rule(7));
  await page.getByRole('button', { name: 'Delete the rule' }).click();
  await page.getByRole('heading', { name: 'Journeys' }).waitFor();
  await page.getByRole('link', { name: 'Came often' }).waitFor({ state: 'detached' });
});

test('a follow-up that is closed is among the closed ones', async () => {
  const close = page.getByRole('button', { name: /^Close the follow-up of/ });
  await close.first().waitFor();
  const name = ((await close.first().getAttribute('aria-label')) ?? '').replace('Close the follow-up of ', '');
  await close.first().click();
  await page.getByRole('button', { name: `Close the follow-up of ${name}` }).waitFor({ state: 'detached' });
  await page.getByRole('combobox', { name: 'Which follow-ups' }).selectOption('CLOSED');
  await page.getByText(name, { exact: true }).waitFor();
});
