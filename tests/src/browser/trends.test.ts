import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { until } from '../until.ts';
import { signIn } from './cockpit.ts';
import { type DemoPlatform, startDemoPlatform } from './demo-platform.ts';
import { violationsInEveryLook, wide } from './violations.ts';

/** Trends and the dashboard as an administrator reads them: lines, tables and the way to their ground; filters in the address; views that are saved. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

let platform: DemoPlatform;
let page: Page;

beforeAll(async () => {
  platform = await startDemoPlatform(process.env.TEEI_BROWSER);
  page = await (await platform.newContext({ viewport: wide, reducedMotion: 'reduce' })).newPage();
  await signIn(page);
});
afterAll(() => platform?.close());

const line = () => page.getByRole('img', { name: /^Line chart of/ });
const values = () => page.getByRole('group', { name: 'The line’s numbers' });

test('the page is found under Impact and shows a line beside its numbers', async () => {
  await page.goto('/impact');
  await page.getByRole('navigation', { name: 'Impact' }).getByRole('link', { name: 'Trends' }).click();
  await page.getByRole('heading', { level: 1, name: 'Trends' }).waitFor();
  await line().locator('svg').waitFor();
  expect(await values().getByRole('row').count()).toBeGreaterThan(3);
});

test('what is chosen stands in the address and survives a reload', async () => {
  await page.getByLabel('Number', { exact: true }).selectOption('Sessions');
  await page.getByLabel('By', { exact: true }).selectOption('Week');
  await page.getByLabel('Moving average', { exact: true }).selectOption('6 periods');
  await values()
    .getByText(/^week \d+/)
    .first()
    .waitFor();
  expect(new URL(page.url()).search).toBe('?metric=SESSIONS&grain=WEEK&window=6');
  await page.reload();
  await values()
    .getByText(/^week \d+/)
    .first()
    .waitFor();
  expect(await page.getByLabel('Moving average', { exact: true }).inputValue()).toBe('6');
  for (const [grain, words] of [
    ['Month', /^\w+ 20\d\d$/],
    ['Quarter', /^Q\d 20\d\d$/],
    ['Week', /^week \d+/],
  ] as const) {
    await page.getByLabel('By', { exact: true }).selectOption(grain);
    await values().getByText(words).first().waitFor();
  }
});

test('two choices made before the page is drawn again are both kept', async () => {
  await page.goto('/impact/trends');
  await line().locator('svg').waitFor();
  await page.getByRole('combobox').evaluateAll((fields: HTMLSelectElement[]) => {
    for (const [old, chosen] of [
      ['BELONGING', 'CONFIDENCE'],
      ['MONTH', 'QUARTER'],
    ] as const) {
      const field = fields.find(({ value }) => value === old);
      if (field === undefined) throw new Error(`no field says ${old}`);
      field.value = chosen;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }
  });
  await values()
    .getByText(/^Q\d 20\d\d$/)
    .first()
    .waitFor();
  expect(new URL(page.url()).search).toBe('?dimension=CONFIDENCE&grain=QUARTER');
});

test('the table holds the numbers that the database has, and a number leads to the sessions behind it', async () => {
  const { rows } = await platform.sql.query<{ sessions: string }>(
    `SELECT m.value::text AS sessions FROM outcomes.metric m JOIN profile.company c ON c.id = m.company_id
      WHERE c.name LIKE 'Aurora%' AND m.grain = 'WEEK' AND m.name = 'SESSIONS' AND m.programme_id IS NULL AND m.value IS NOT NULL
      ORDER BY first_day DESC LIMIT 1`,
  );
  await page.goto('/impact/trends?metric=SESSIONS&grain=WEEK');
  const number = values()
    .getByRole('row')
    .filter({ hasText: /^week \d+/ })
    .getByRole('button', { name: /why this number/ })
    .first();
  expect(await number.textContent()).toBe(rows[0]?.sessions);
  await number.click();
  const drawer = page.getByRole('dialog');
  await drawer
    .getByText(/week \d+, from/)
    .first()
    .waitFor();
  await drawer.getByText('Sessions behind it').waitFor();
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
});

test('cohorts, funnel and change stand below, each number beside its drawing', async () => {
  await page.goto('/impact/trends');
  const cohorts = page.getByRole('group', { name: 'Cohorts' });
  await cohorts.getByRole('row').nth(1).waitFor();
  const funnel = page.getByRole('group', { name: 'From enrolment to a completed course' });
  await funnel.getByRole('row').nth(5).waitFor();
  expect(await funnel.getByRole('row').count()).toBe(6);
  const { rows } = await platform.sql.query<{ people: number }>(
    `SELECT count(DISTINCT e.participant_id)::int AS people FROM programs.enrolment e JOIN profile.company c ON c.id = e.company_id
      WHERE c.name LIKE 'Aurora%'`,
  );
  expect(await funnel.getByRole('row').nth(1).getByRole('cell').nth(1).textContent()).toBe(String(rows[0]?.people));
  await page.getByRole('heading', { name: 'Before and after' }).waitFor();
  await page.getByLabel('Cohorts by').selectOption('Month of the first session');
  await cohorts
    .getByRole('rowheader', { name: /^\w+ 20\d\d$/ })
    .first()
    .waitFor();
  expect(new URL(page.url()).search).toBe('?by=START_MONTH');
});

test('a mark of a drawing leads to the rows behind it', async () => {
  await page.goto('/impact/trends');
  const row = page.getByRole('group', { name: 'From enrolment to a completed course' }).getByRole('row').nth(1);
  const people = await row.getByRole('cell').nth(1).textContent();
  await row.getByRole('button').click();
  const drawer = page.getByRole('dialog', { name: /^Behind it: / });
  await drawer.getByRole('heading', { name: `${people} participants` }).waitFor();
  expect(await drawer.getByRole('listitem').getByRole('link').count()).toBe(25);
  await page.goBack();
  await drawer.waitFor({ state: 'detached' });
});

describe('the dashboard, narrowed', () => {
  const sessions = () => page.getByRole('article', { name: 'Sessions', exact: true });

  test('shows a month beside the one before it, in words, and Back undoes the choice', async () => {
    const { rows } = await platform.sql.query<{ month: string; value: number; before: number; name: string }>(
      `SELECT to_char(m.month, 'YYYY-MM') AS month, m.value, b.value AS before, trim(to_char(b.month, 'Month')) AS name
        FROM outcomes.metric m JOIN profile.company c ON c.id = m.company_id JOIN outcomes.metric b ON b.company_id = m.company_id
          AND b.name = m.name AND b.grain = m.grain AND b.programme_id IS NULL AND b.month = m.month - interval '1 month'
        WHERE c.name LIKE 'Aurora%' AND m.grain = 'MONTH' AND m.name = 'SESSIONS' AND m.programme_id IS NULL AND b.value <> m.value
          AND m.month < date_trunc('month', now()) ORDER BY m.month DESC LIMIT 1`,
    );
    const [{ month, value, before, name } = { month: '', value: 0, before: 0, name: '' }] = rows;
    await page.goto('/');
    const whole = await sessions().locator('p span').first().textContent();
    await page.getByLabel('Period', { exact: true }).selectOption(month);
    const words = `${Math.abs(value - before)} ${value > before ? 'more' : 'fewer'} than in ${name}`;
    await sessions().getByText(words).waitFor();
    expect(await sessions().locator('p span').first().textContent()).toBe(String(value));
    expect(new URL(page.url()).search).toBe(`?period=${month}`);
    await page.goBack();
    await sessions()
      .getByText(whole ?? '', { exact: true })
      .waitFor();
  });

  test('is of one programme, whose number leads to that programme alone', async () => {
    await page.goto('/');
    await page.getByLabel('Programme').selectOption({ index: 1 });
    await page.getByLabel('Period', { exact: true }).selectOption('QUARTER');
    await sessions().getByRole('button', { name: 'Why this number?' }).click();
    const programme = await page.getByLabel('Programme').locator('option:checked').textContent();
    await page
      .getByRole('dialog')
      .getByText(new RegExp(`^Q\\d 20\\d\\d, ${programme}$`))
      .waitFor();
    await page.keyboard.press('Escape');
  });
});

describe('what is drawn', () => {
  const downloaded = async (of: string, kind: string) => {
    await page.getByRole('button', { name: `Download: ${of}` }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: kind }).click();
    return readFile(await (await downloading).path());
  };

  test('is kept as numbers, drawing and picture: a tile, the lines and the bars', async () => {
    await page.goto('/');
    await page
      .getByRole('img', { name: /^Line chart/ })
      .locator('svg')
      .waitFor();
    const { rows } = await platform.sql.query<{ value: number }>(
      `SELECT m.value FROM outcomes.metric m JOIN profile.company c ON c.id = m.company_id
        WHERE c.name LIKE 'Aurora%' AND m.grain = 'ALL_TIME' AND m.name = 'OUTCOME_LEVEL' AND m.dimension = 'belonging' AND m.programme_id IS NULL`,
    );
    const csv = (await downloaded('Belonging', 'Numbers (CSV)')).toString();
    expect(csv.split('\r\n').slice(0, 2)).toEqual(['\uFEFFPeriod,Belonging,Remark', `All time,${rows[0]?.value},`]);
    expect((await downloaded('Belonging', 'Picture (PNG)')).subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
    const drawn = page.getByRole('region').filter({ has: page.getByRole('img', { name: /^Line chart/ }) });
    const chart = await drawn.last().getByRole('heading', { level: 2 }).textContent();
    const svg = (await downloaded(chart ?? '', 'Drawing (SVG)')).toString();
    expect(svg).toMatch(/^<svg xmlns[^>]*>.*Aurora Demo.*<\/svg>$/s);
    expect(svg.match(/<path/g)?.length).toBeGreaterThan(10);
    await page.goto('/impact/trends');
    const funnel = 'From enrolment to a completed course';
    expect((await downloaded(funnel, 'Numbers (CSV)')).toString()).toContain('\r\nEnrolled,');
    expect((await downloaded(funnel, 'Drawing (SVG)')).toString()).toContain('>Enrolled</text>');
  });
});

test('a note is pinned to a period, shown as it was written wherever that period is, and removed until that is taken back', async () => {
  await page.goto('/');
  const notes = page.getByRole('region', { name: 'Notes on these periods' });
  await notes.getByRole('button', { name: 'Pin a note' }).click();
  await notes.getByLabel('Note').fill('<img src=x onerror=alert(1)> began');
  await notes.getByRole('button', { name: 'Pin', exact: true }).click();
  const note = notes.getByRole('listitem').filter({ hasText: '<img src=x onerror=alert(1)> began' });
  await note.waitFor();
  await page.goto('/impact/trends');
  await note.waitFor();
  await note.getByRole('button', { name: /^Remove the note/ }).click();
  await page.getByText('The note is removed.').waitFor();
  expect(await note.count()).toBe(0);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await note.waitFor();
  const { rows } = await platform.sql.query<{ text: string }>('SELECT text FROM profile.annotation');
  expect(rows).toEqual([{ text: '<img src=x onerror=alert(1)> began' }]);
});

describe('a view of the dashboard', () => {
  const order = () => page.getByRole('article').getByRole('heading').allTextContents();
  const views = () => page.getByLabel('View', { exact: true });
  const focusOn = (name: string) =>
    until(
      `focus on ${name}`,
      () => page.evaluate((label) => document.activeElement?.getAttribute('aria-label') === label, name),
      15,
    );

  test('is arranged by menu and by keyboard, saved under a name that the address knows, and begun with', async () => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Arrange', exact: true }).click();
    const tiles = page.getByRole('grid', { name: 'Tiles in their order' });
    await tiles.getByRole('row', { name: 'Volunteer hours' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await focusOn('Insert between Volunteer hours and Confidence');
    await page.keyboard.press('ArrowUp');
    await focusOn('Insert between Participants and Sessions');
    await page.keyboard.press('Enter');
    await until('tile dropped', async () => (await order())[1] === 'Volunteer hours', 15);
    await tiles.getByRole('button', { name: 'Move or hide: Job readiness' }).click();
    await page.getByRole('menuitem', { name: 'Move to the first place' }).click();
    await page.getByText('Job readiness: place 1 of 10').waitFor({ state: 'attached' });
    await tiles.getByRole('button', { name: 'Move or hide: Participants' }).click();
    await page.getByRole('menuitem', { name: 'Hide' }).click();
    await until('tile hidden', async () => !(await order()).includes('Participants'), 15);
    await page.getByRole('button', { name: 'Done' }).click();
    const arranged = await order();
    expect(arranged.slice(0, 3)).toEqual(['Job readiness', 'Volunteer hours', 'Sessions']);
    await page.getByRole('button', { name: 'Save as a view' }).click();
    await page.getByLabel('Name of the view').fill('Board');
    await page.getByLabel('Reviewer').check();
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await page.waitForURL(/view=[0-9a-f-]{36}/);
    await page.getByRole('button', { name: 'Begin with this view' }).click();
    await page.getByRole('button', { name: 'Begin with everything' }).waitFor();
    await until('choice kept', async () => (await page.getByRole('alert').count()) === 0);
    await page.goto('/');
    await page.waitForURL(/view=[0-9a-f-]{36}/);
    await until('the view is worn', async () => (await order())[0] === arranged[0]);
    expect(await order()).toEqual(arranged);
  });

  test('that was deleted comes back whole when that is taken back', async () => {
    const before = page.url();
    await page.getByRole('button', { name: 'Delete the view' }).click();
    await page.getByText('The view “Board” is deleted.').waitFor();
    expect(await views().locator('option').allTextContents()).toEqual(['Everything']);
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await until('view back', async () => (await views().locator('option').count()) === 2);
    await until('beginning again', async () => (await views().textContent())?.includes('begins here') === true);
    await page.goto(before);
    await page.getByRole('article').first().waitFor();
    expect(await order()).not.toContain('Participants');
  });

  test('that the server does not keep goes back to what it was, and a word says so', async () => {
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('SaveDashboardView') ? route.abort() : route.continue(),
    );
    await page.getByRole('button', { name: 'Rename or share' }).click();
    await page.getByLabel('Name of the view').fill('Lost');
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('That could not be saved').waitFor();
    expect(await views().textContent()).toContain('Board');
    expect(await views().textContent()).not.toContain('Lost');
    await page.unroute('**/graphql');
  });
});

test.each(['en', 'uk', 'no'])(
  'axe finds nothing to mend in %s, in light and dark, wide and narrow',
  async (language) => {
    await page.evaluate((chosen) => localStorage.setItem('teei.language', chosen), language);
    await page.goto('/impact/trends');
    await page.getByRole('img').locator('svg').first().waitFor();
    expect(await violationsInEveryLook(page)).toEqual([]);
  },
);
