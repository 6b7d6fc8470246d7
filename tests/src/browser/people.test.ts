import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { settled } from '../settled.ts';
import { until } from '../until.ts';
import { signIn } from './cockpit.ts';
import { type DemoPlatform, startDemoPlatform } from './demo-platform.ts';

/** People as an administrator works with them: found, merged, taken apart, and conflicts decided by keys. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

let platform: DemoPlatform;
let page: Page;

beforeAll(async () => {
  platform = await startDemoPlatform(process.env.TEEI_BROWSER);
  page = await (await platform.newContext({ reducedMotion: 'reduce' })).newPage();
  await signIn(page);
});
afterAll(() => platform?.close());

/** How many participants the list says there are. */
async function listed(): Promise<number> {
  const note = await page.getByText(/^[\d,]+ participants?$/).textContent();
  return Number(note?.replace(/\D/g, ''));
}

test('the list is narrowed by what is typed and chosen, and each filter goes by itself', async () => {
  await page.getByRole('link', { name: 'People' }).click();
  await page.getByRole('table').waitFor();
  const all = await listed();
  await page.getByRole('searchbox').fill('ole');
  await page.keyboard.press('Enter');
  await until('list of those who begin so', async () => (await listed()) < all);
  const begin = await listed();
  for (const name of await page.getByRole('rowheader').allTextContents()) expect(name.toLowerCase()).toMatch(/\bole/);
  await page.getByLabel('Preferred language').selectOption('Norwegian');
  await until('shorter list', async () => (await listed()) < begin);
  await page.reload();
  await until('the same list after a reload', async () => (await listed()) < begin);
  await page.getByRole('button', { name: 'Take away the filter prefers Norwegian' }).click();
  await until('longer list', async () => (await listed()) === begin);
  await page.getByRole('button', { name: /^Take away the filter begins/ }).click();
  await until('whole list', async () => (await listed()) === all);
  await page.getByRole('button', { name: 'Show more' }).click();
  await until('second page', async () => (await page.getByRole('row').count()) > 40);
});

test('two participants are merged and taken apart again, with everything they had', async () => {
  await page.goto('/people');
  await page.getByRole('table').waitFor();
  const all = await listed();
  const [keptName, mergedName] = await page.getByRole('rowheader').getByRole('link').allTextContents();
  const sessions = (await page.getByRole('row').nth(1).getByRole('cell').nth(1).textContent()) ?? '';
  await page
    .getByRole('link', { name: keptName ?? '', exact: true })
    .first()
    .click();
  await page.getByRole('button', { name: 'Merge a duplicate' }).click();
  await page.getByLabel('Who is the same person?').fill(mergedName ?? '');
  await page.getByRole('dialog').getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await page.getByText(`${mergedName} was found to be the same person`).waitFor();
  await settled(platform.sql);
  const count = async () =>
    Number(
      (
        await page
          .getByText(/^\d+ sessions?$/)
          .first()
          .textContent()
      )?.replace(/\D/g, ''),
    );
  await until('sessions of both', async () => (await count()) > Number(sessions));
  await page.getByRole('navigation', { name: 'Where this page is' }).getByRole('link', { name: 'People' }).click();
  await until('one fewer in the list', async () => (await listed()) === all - 1);
  await page.goBack();
  await page.getByRole('button', { name: `Unmerge ${mergedName}` }).click();
  const parted = page.getByRole('status').filter({ hasText: `${mergedName} was taken apart again` });
  await parted.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: `Unmerge ${mergedName}` }).click();
  await parted.waitFor();
  await settled(platform.sql);
  await page.reload();
  await until('own sessions', async () => (await count()) === Number(sessions));
});

test('an identity is added, removed, and brought back by an undo', async () => {
  await page.goto('/people');
  await page.getByRole('table').getByRole('link').first().click();
  await page.getByRole('textbox', { name: 'System' }).fill('Discord');
  await page.getByLabel('Id there').fill('olena#7');
  await page.getByRole('button', { name: 'Add identity' }).click();
  await page.getByRole('button', { name: 'Remove discord olena#7' }).click();
  const note = page.getByRole('status').filter({ hasText: 'discord olena#7 was removed' });
  await note.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Remove discord olena#7' }).waitFor();
});

test('conflicts are decided and taken back with single keys', async () => {
  await page.goto('/review-items');
  const question = page.getByRole('heading', { name: /^Whose id is/ });
  await question.waitFor();
  const first = await question.textContent();
  await page.keyboard.press('j');
  await until('next item', async () => (await question.textContent()) !== first);
  await page.keyboard.press('k');
  await until('first item', async () => (await question.textContent()) === first);
  await page.keyboard.press('4');
  await page
    .getByText(/^Different people: the id is/)
    .first()
    .waitFor();
  await until('the other question', async () => (await question.textContent()) !== first);
  await page.keyboard.press('1');
  await page.getByText('Nothing to decide').waitFor();
  await page.keyboard.press('u');
  await question.waitFor();
  await page.getByRole('button', { name: /^Take back the decision/ }).click();
  await until('first question again', async () => (await question.textContent()) === first);
});
