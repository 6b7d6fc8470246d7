import { demoPassword } from '@teei/stack/seed/demo-companies';
import type { Locator, Page } from 'playwright-core';

/** What a person does in the cockpit and reads there, in English. */

export async function signIn(page: Page, email = 'admin@aurora.example'): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('article', { name: 'Sessions' }).waitFor();
}

export const tileNames = [
  'Participants',
  'Sessions',
  'Volunteer hours',
  'Confidence',
  'Belonging',
  'Language ability',
  'Job readiness',
] as const;

export type Tiles = Readonly<Record<(typeof tileNames)[number], string>>;

/** The number on each tile, as it is written there. */
export async function readTiles(page: Page): Promise<Tiles> {
  const read = tileNames.map(async (name) => {
    const number = page.getByRole('article', { name, exact: true }).locator('p span').first();
    return [name, (await number.textContent()) ?? ''] as const;
  });
  return Object.fromEntries(await Promise.all(read)) as Tiles;
}

/** The figures of an import's account, by their labels. */
export async function readAccount(panel: Locator): Promise<Record<string, number>> {
  const list = panel.locator('dl').filter({ hasText: 'Rows read' });
  await list.waitFor();
  const labels = await list.locator('dt').allTextContents();
  const figures = await list.locator('dd').allTextContents();
  return Object.fromEntries(labels.map((label, index) => [label, Number(figures[index]?.replaceAll(',', ''))]));
}

/**
 * Drags a file from the desktop onto the drop zone and lets it go. The browser itself is told, since an event made by a
 * script carries no file that a page can open.
 */
export async function dropFile(page: Page, path: string): Promise<void> {
  const words = page.getByText('Drop an export here');
  const box = await words.boundingBox();
  if (!box) throw new Error('there is no drop zone on this page');
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, x: box.x + 10, y: box.y + 10, data });
  }
  await devtools.detach();
}

/** The moment at which the page's document began: another one after any reload or navigation that loads it anew. */
export function documentStart(page: Page): Promise<number> {
  return page.evaluate(() => performance.timeOrigin);
}
