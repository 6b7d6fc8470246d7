import { generateKintell } from '@teei/programs/sample';
import { demoPassword } from '@teei/stack/seed/demo-companies';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Caller } from '../caller.ts';
import { importFile } from '../importing.ts';
import { until } from '../until.ts';
import { signIn } from './cockpit.ts';
import { type DemoPlatform, startDemoPlatform } from './demo-platform.ts';
import { violationsInEveryLook, wide } from './violations.ts';

/** What surrounds the pages: the command palette, the keys that work everywhere, the way back up, the end of a session; and the wall. */
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
  return (await platform.newContext({ viewport: wide, reducedMotion: 'reduce' })).newPage();
}

const field = (on = page) => on.getByRole('combobox', { name: 'Search and go' });
const options = (on = page) => on.getByRole('listbox').getByRole('option');
const chosen = (on = page) => on.getByRole('listbox').getByRole('option', { selected: true });
const heading = (name: string, on = page) => on.getByRole('heading', { level: 1, name }).waitFor();

test('the palette opens by its keys, is moved through by arrows, and goes where Enter says', async () => {
  await page.keyboard.press('Control+k');
  await field().waitFor();
  expect(await chosen().textContent()).toContain('Dashboard');
  await page.keyboard.press('ArrowUp');
  expect(await chosen().textContent()).toContain('Sign out');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await chosen().textContent()).toContain('Impact');
  expect(await field().getAttribute('aria-activedescendant')).toBe(await chosen().getAttribute('id'));
  await page.keyboard.type('trend');
  expect(await options().allTextContents()).toEqual([expect.stringContaining('Trends')]);
  await page.keyboard.press('Enter');
  await heading('Trends');
  expect(new URL(page.url()).pathname).toBe('/impact/trends');
});

test('it finds people by the graph, and what was chosen last leads the next time', async () => {
  const { rows } = await platform.sql.query<{ name: string; id: string }>(
    `SELECT p.display_name AS name, p.id FROM profile.participant p JOIN profile.company c ON c.id = p.company_id
      WHERE c.name LIKE 'Aurora%' AND p.display_name IS NOT NULL ORDER BY p.email LIMIT 1`,
  );
  const { name, id } = rows[0] ?? { name: '', id: '' };
  await page.keyboard.press('Control+k');
  await field().fill(name);
  await options().getByText(name, { exact: true }).first().waitFor();
  await page.keyboard.press('Enter');
  await heading(name);
  expect(page.url()).toContain(id);
  await page.keyboard.press('Control+k');
  expect(await page.getByRole('group', { name: 'Chosen last' }).getByRole('option').allTextContents()).toEqual([
    expect.stringContaining(name),
    expect.stringContaining('Trends'),
  ]);
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(id);
  await page.keyboard.press('Escape');
  await field().waitFor({ state: 'detached' });
  await page.getByRole('navigation', { name: 'Where this page is' }).getByRole('link', { name: 'People' }).click();
  await heading('People');
});

test('an action begins on its page, once', async () => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('log ho');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Log hours' }).waitFor();
  await page.reload();
  await heading('Volunteer hours');
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('g and a letter go to a page, not while somebody writes, and not once they are switched off', async () => {
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await heading('People');
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('gd?');
  expect(await page.getByRole('searchbox').inputValue()).toBe('gd?');
  await page.getByRole('heading', { level: 1 }).click();
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await sheet.getByRole('heading', { name: 'Go to a page' }).waitFor();
  expect(await violationsInEveryLook(page)).toEqual([]);
  await page.setViewportSize(wide);
  await sheet.getByRole('checkbox', { name: /Shortcuts of one letter/ }).uncheck();
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  for (const key of ['g', 'd', '?']) await page.keyboard.press(key);
  await page.keyboard.press('Control+k');
  await field().waitFor();
  expect(new URL(page.url()).pathname).toBe('/people');
  expect(await page.getByRole('dialog').count()).toBe(1);
  expect(await violationsInEveryLook(page)).toEqual([]);
  await page.keyboard.press('Escape');
});

test('a reader is offered what a reader may open, by palette and by key', async () => {
  const reader = await newPage();
  await signIn(reader, 'user@aurora.example');
  await reader.keyboard.press('Control+k');
  await field(reader).waitFor();
  const offered = await options(reader).allTextContents();
  expect(offered.join()).toContain('Impact');
  for (const name of ['People', 'Members', 'API keys', 'Invite']) expect(offered.join()).not.toContain(name);
  await reader.keyboard.press('Escape');
  await field(reader).waitFor({ state: 'detached' });
  await reader.keyboard.press('g');
  await reader.keyboard.press('p');
  await reader.keyboard.press('g');
  await reader.keyboard.press('i');
  await heading('Evidence', reader);
  await reader.context().close();
});

test('how a page felt is told once, when it is left, under its pattern', async () => {
  const person = await newPage();
  await signIn(person);
  const { rows } = await platform.sql.query<{ id: string }>(
    `SELECT p.id FROM profile.participant p JOIN profile.company c ON c.id = p.company_id WHERE c.name LIKE 'Aurora%' LIMIT 1`,
  );
  const beacon = person.waitForRequest('**/vitals');
  await person.goto(`/people/${rows[0]?.id}`);
  await person.getByRole('button', { name: 'Help' }).click();
  await person.getByRole('dialog', { name: 'Help' }).waitFor();
  const leave = () =>
    person.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    });
  await until('a beacon', async () => {
    await leave();
    return (await Promise.race([beacon, person.waitForTimeout(250)])) !== undefined;
  });
  await leave();
  const sent = JSON.parse((await beacon).postData() ?? '') as Record<string, unknown>;
  expect(sent).toEqual({
    page: '/people/*',
    lcp: expect.any(Number),
    inp: expect.any(Number),
    ttfb: expect.any(Number),
    cls: expect.any(Number),
  });
  const told = await until('its count', async () => {
    const text = await (await person.request.get('/metrics')).text();
    return /cockpit_layout_shift_score_count\{vital="cls",page="\/people\/\*"\} (\d+)/.exec(text)?.[1];
  });
  expect(told).toBe('1');
  await person.context().close();
});

test('a session that ends takes nothing with it: what was typed is sent once the same person is back', async () => {
  const reader = await newPage();
  await signIn(reader, 'user@aurora.example');
  await reader.goto('/hours');
  await reader.getByRole('button', { name: 'Log hours' }).click();
  const form = reader.getByRole('dialog', { name: 'Log hours' });
  await form.getByLabel('Day').fill('2026-10-14');
  await form.getByLabel('Hours').fill('1.5');
  await form.getByLabel('Activity').fill('Written before the session ended');
  await platform.sql.query(
    `DELETE FROM identity.session s USING identity."user" u WHERE u.id = s.user_id AND u.email = 'user@aurora.example'`,
  );
  await form.getByRole('button', { name: 'Log these hours' }).click();
  const again = reader.getByRole('dialog', { name: 'Sign in again' });
  await again.waitFor();
  expect(await violationsInEveryLook(reader)).toEqual([]);
  await reader.setViewportSize(wide);
  await reader.keyboard.press('Escape');
  expect(await again.getByLabel('E-mail').inputValue()).toBe('user@aurora.example');
  await again.getByLabel('Password').fill('not-the-password');
  await again.getByRole('button', { name: 'Sign in', exact: true }).click();
  await again.getByRole('alert').waitFor();
  await again.getByLabel('Password').fill(demoPassword);
  await again.getByRole('button', { name: 'Sign in', exact: true }).click();
  await again.waitFor({ state: 'detached' });
  await form.waitFor({ state: 'detached' });
  const { rows } = await platform.sql.query(
    `SELECT 1 FROM programs.volunteer_activity WHERE activity_type = 'Written before the session ended'`,
  );
  expect(rows).toHaveLength(1);
});

test('a browser that has lost its cookie asks too, and signing in in another tab is enough', async () => {
  const reader = await newPage();
  await signIn(reader, 'user@aurora.example');
  await reader.getByText('Live', { exact: true }).waitFor();
  await reader.context().clearCookies();
  await reader.keyboard.press('g');
  await reader.keyboard.press('h');
  const again = reader.getByRole('dialog', { name: 'Sign in again' });
  await again.waitFor();
  const tab = await reader.context().newPage();
  await signIn(tab, 'user@aurora.example');
  await tab.close();
  await reader.bringToFront();
  await reader.evaluate(() => window.dispatchEvent(new Event('focus')));
  await again.waitFor({ state: 'detached' });
  await reader.getByRole('table').waitFor();
  await reader.context().close();
});

test('the boardroom turns by keys, pauses, stays readable in every look, and Escape leaves', async () => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Boardroom' }).click();
  await page.getByRole('button', { name: /^Pause/ }).waitFor();
  await wall().getByText('Live', { exact: true }).waitFor();
  expect(await slideName()).toBe('Participants');
  await page.keyboard.press('ArrowRight');
  expect(await slideName()).toBe('Sessions');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  expect(await slideName()).toBe('Volunteer impact score');
  const section = page.getByRole('region', { name: '9 of 9' });
  expect(await section.getAttribute('aria-live')).toBe('off');
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: /Go on/ }).waitFor();
  expect(await section.getAttribute('aria-live')).toBe('polite');
  expect(await violationsInEveryLook(page)).toEqual([]);
  await page.setViewportSize(wide);
  await page.keyboard.press('Escape');
  await page.getByRole('article', { name: 'Sessions' }).waitFor();
});

test('hundreds of turns leave no node, no listener and no memory behind', async () => {
  await page.goto('/boardroom');
  await wall().getByText('Live', { exact: true }).waitFor();
  const devtools = await page.context().newCDPSession(page);
  const counted = async () => {
    await devtools.send('HeapProfiler.collectGarbage');
    const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters');
    const { usedSize } = await devtools.send('Runtime.getHeapUsage');
    return { nodes, jsEventListeners, usedSize };
  };
  const turn = (times: number) =>
    page.evaluate(async (presses) => {
      for (let press = 0; press < presses; press++) {
        window.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }));
        // A turn of the wall is drawn before the next one.
        await new Promise((drawn) => setTimeout(drawn, 4));
      }
    }, times);
  // The first hundreds compile and fill what is kept for good.
  await turn(600);
  const before = await counted();
  await turn(800);
  const after = await counted();
  await devtools.detach();
  expect(after.nodes).toBeLessThanOrEqual(before.nodes + 60);
  expect(after.jsEventListeners).toBeLessThanOrEqual(before.jsEventListeners + 5);
  expect(after.usedSize).toBeLessThanOrEqual(before.usedSize * 1.03);
});

test('without a network it shows what it knew at once and says since when; with one it goes on from its cursor', async () => {
  const admin = await new Caller(platform.stack.url).signIn('admin@aurora.example', demoPassword);
  const bring = (seed: number) => importFile(admin, [...generateKintell({ rows: 40, seed }).chunks].join(''));
  const screen = await newPage();
  await signIn(screen);
  const net = await breakable(screen);
  await screen.goto('/boardroom');
  await wall(screen).getByText('Live', { exact: true }).waitFor();
  const sessions = () => wall(screen).getByRole('article').locator('p span').first().textContent();
  await screen.keyboard.press('ArrowRight');
  await screen.keyboard.press('Space');
  const first = await sessions();
  await bring(901);
  await until('the number moves by itself', async () => (await sessions()) !== first);
  const kept = await until('a snapshot with a cursor', () => keptSnapshot(screen, (one) => one.cursor !== null && one));

  net.isDown = true;
  await screen.reload();
  await wall(screen)
    .getByText(/^Stale since .*2026.*The numbers are as they were then/)
    .waitFor();
  // How quickly it was is read from this mark.
  expect(await screen.evaluate(() => performance.getEntriesByName('boardroom-shown').length)).toBe(1);
  await screen.keyboard.press('ArrowRight');
  await screen.keyboard.press('Space');
  const stale = await sessions();
  await bring(902);
  expect(await sessions()).toBe(stale);

  net.asked = [];
  net.isDown = false;
  await screen.evaluate(() => window.dispatchEvent(new Event('online')));
  await wall(screen).getByText('Live', { exact: true }).waitFor();
  await until('the number has caught up', async () => (await sessions()) !== stale);
  expect(net.asked[0]).toBe(kept.cursor);

  await screen.keyboard.press('Escape');
  await screen.getByRole('button', { name: 'Search and go' }).click();
  await field(screen).fill('sign out');
  await screen.keyboard.press('Enter');
  await screen.getByLabel('Password').waitFor();
  const left = await screen.evaluate(async () => [
    ...(await indexedDB.databases()).map(({ name }) => name),
    ...Object.keys(localStorage).filter((key) => /boardroom|recent/.test(key)),
  ]);
  expect(left).toEqual([]);
  await screen.context().close();
});

test('the page of all components has nothing that axe finds, goes with high contrast, and asks the graph for nothing', async () => {
  const visitor = await newPage();
  const asked: string[] = [];
  visitor.on('request', (request) => request.url().includes('/graphql') && asked.push(request.url()));
  await visitor.goto('/design');
  await visitor
    .getByRole('img', { name: /^Line chart/ })
    .locator('svg')
    .waitFor();
  expect(await violationsInEveryLook(visitor)).toEqual([]);
  const ink = () => visitor.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--grey-8'));
  const ordinary = await ink();
  await visitor.emulateMedia({ contrast: 'more' });
  // What axe would look for there, tokens.test.ts proves for every pair of colours.
  await until('other tokens', async () => (await ink()) !== ordinary);
  await visitor.emulateMedia({ contrast: null, colorScheme: 'light' });
  await visitor.setViewportSize(wide);
  await visitor.getByRole('button', { name: 'As the system, Appearance' }).click();
  await visitor.getByRole('menuitemradio', { name: 'High contrast' }).click();
  expect(await visitor.evaluate(() => document.documentElement.dataset.contrast)).toBe('more');
  expect(asked).toEqual([]);
  await visitor.context().close();
});

const wall = (on = page) => on.getByRole('main');
const slideName = () => wall().getByRole('heading', { level: 2 }).textContent();

/** A page whose way to the graph can be cut; notes after which cursors its subscriptions ask. */
async function breakable(on: Page) {
  const net = { isDown: false, asked: [] as unknown[] };
  await on.route('**/graphql', (route) => (net.isDown ? route.abort() : route.continue()));
  await on.routeWebSocket('**/graphql', (socket) => {
    if (net.isDown) return void socket.close();
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      const { type, payload } = JSON.parse(String(message)) as { type: string; payload?: { variables?: object } };
      if (type === 'subscribe') net.asked.push((payload?.variables as { after?: unknown } | undefined)?.after);
      server.send(message);
    });
  });
  return net;
}

async function keptSnapshot<Found>(on: Page, pick: (snapshot: { cursor: string | null }) => Found) {
  const snapshot = await on.evaluate(
    () =>
      new Promise<{ cursor: string | null } | undefined>((found) => {
        const opening = indexedDB.open('teei-boardroom', 1);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('snapshots').objectStore('snapshots').getAll();
          reading.onsuccess = () => {
            opening.result.close();
            found(reading.result[0]);
          };
        };
      }),
  );
  return snapshot === undefined ? undefined : pick(snapshot);
}
