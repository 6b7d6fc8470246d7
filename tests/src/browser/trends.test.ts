import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { signIn } from './cockpit.ts';
import { type DemoPlatform, startDemoPlatform } from './demo-platform.ts';
import { violationsInEveryLook, wide } from './violations.ts';

/** Trends as an administrator reads them: a line, its table, the way to its ground; cohorts, funnel and change; all of it in the address. */
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
    await page.getByLabel('Period').selectOption(month);
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
    await page.getByLabel('Period').selectOption('QUARTER');
    await sessions().getByRole('button', { name: 'Why this number?' }).click();
    const programme = await page.getByLabel('Programme').locator('option:checked').textContent();
    await page
      .getByRole('dialog')
      .getByText(new RegExp(`^Q\\d 20\\d\\d, ${programme}$`))
      .waitFor();
    await page.keyboard.press('Escape');
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
