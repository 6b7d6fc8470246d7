import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateKintell, type KintellSample } from '@teei/programs/sample';
import { demoCompanies, demoPassword } from '@teei/stack/seed/demo-companies';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import partner from '../../../router/manifests/partner.json' with { type: 'json' };
import { Caller } from '../caller.ts';
import { type RecomputedMetric, recomputedMetrics } from '../company-data.ts';
import { expectedAccount, importOf } from '../importing.ts';
import { settled } from '../settled.ts';
import { until } from '../until.ts';
import { documentStart, dropFile, readAccount, readTiles, signIn, type Tiles } from './cockpit.ts';
import { type DemoPlatform, startDemoPlatform } from './demo-platform.ts';

/** The main job as a person does it, from the sign-in page on. Each test goes on where the one before it ended. */
const [aurora, fjord] = demoCompanies;
vi.setConfig({ testTimeout: 180_000, hookTimeout: 240_000 });

let platform: DemoPlatform;
let context: BrowserContext;
let dashboard: Page;
let work: Page;
let folder: string;
let sample: KintellSample;
let before: Tiles;
let dashboardBegan: number;
let importPage: string;

beforeAll(async () => {
  platform = await startDemoPlatform(process.env.TEEI_BROWSER);
  folder = await mkdtemp(join(tmpdir(), 'teei-files-'));
  sample = generateKintell({ rows: 2_000, seed: 31, dirt: 0.06 });
  await writeFile(join(folder, 'kintell-sessions.csv'), [...sample.chunks].join(''));
  context = await newContext();
  dashboard = await context.newPage();
  work = await context.newPage();
});

afterAll(async () => {
  await platform?.close();
  await rm(folder, { recursive: true, force: true });
});

function newContext(): Promise<BrowserContext> {
  const permissions = ['clipboard-read', 'clipboard-write'];
  return platform.newContext({ viewport: { width: 1280, height: 900 }, permissions });
}

describe('signing in', () => {
  test('is asked of whoever comes without a session, and leads back to where they wanted to go', async () => {
    await dashboard.goto('/imports');
    await dashboard.waitForURL('**/sign-in?next=%2Fimports');
    await dashboard.getByLabel('E-mail').fill('admin@aurora.example');
    await dashboard.getByLabel('Password').fill('not-the-password');
    await dashboard.getByRole('button', { name: 'Sign in', exact: true }).click();
    await dashboard.getByText('The e-mail and the password do not match').waitFor();
    await dashboard.getByLabel('Password').fill(demoPassword);
    await dashboard.getByRole('button', { name: 'Sign in', exact: true }).click();
    await dashboard.waitForURL('**/imports');
    await dashboard.getByRole('heading', { level: 1, name: 'Imports' }).waitFor();
  });

  test('shows the company its numbers, which an independent count confirms', async () => {
    await dashboard.getByRole('link', { name: 'Dashboard' }).click();
    await dashboard.getByRole('heading', { level: 1, name: 'Aurora Demo' }).waitFor();
    before = await tilesOf(dashboard, await countedTiles(aurora?.id));
    expect(before.Sessions).toBe('2,400');
    await dashboard.getByText('Live', { exact: true }).waitFor();
    dashboardBegan = await documentStart(dashboard);
  });
});

describe('importing a dirty export', () => {
  test('begins with a preview of how its columns are read, and with what it would do', async () => {
    await work.bringToFront();
    await work.goto('/imports');
    await work.getByText('Drop an export here').waitFor();
    await dropFile(work, join(folder, 'kintell-sessions.csv'));
    await work.getByRole('heading', { level: 1, name: 'kintell-sessions.csv' }).waitFor();
    const mapping = work.getByRole('region', { name: 'How the columns are read' });
    expect(await mapping.getByLabel('Column participant_email is read as').inputValue()).toBe('participantEmail');
    expect(await mapping.getByRole('row').count()).toBe(6);
    const plan = work.getByRole('region', { name: 'What this file would do' });
    expect(await readAccount(plan)).toEqual(inWords(sample));
    expect(await readTiles(dashboard)).toEqual(before);
  });

  test('shows its progress and ends with the account that the file was made with', async () => {
    const headings = await collectHeadings(work);
    await work.getByRole('button', { name: 'Import these rows' }).click();
    const done = work.getByRole('region', { name: 'The import is done' });
    await done.waitFor({ timeout: 120_000 });
    expect(await readAccount(done)).toEqual(inWords(sample));
    expect(await headings()).toContainEqual(
      expect.stringMatching(/^(The import starts|Rows are being stored).*progress$/),
    );
    importPage = new URL(work.url()).pathname;
  });

  test('lists what is to be mended and gives the rejected rows as a file', async () => {
    const { missingParticipantEmail } = sample.account;
    const errors = work.getByRole('region', { name: /things to mend/ });
    await errors.getByText('MISSING_EMAIL').first().waitFor();
    expect(await errors.getByRole('row').count()).toBeGreaterThan(missingParticipantEmail / 2);
    const downloading = work.waitForEvent('download');
    await errors.getByRole('link', { name: 'Download the rejected rows' }).click();
    const text = await readFile(await (await downloading).path(), 'utf8');
    expect(text).toMatch(/^\uFEFFsession_id;.*;_error_codes;_remedy\r\n/);
    expect(text.match(/MISSING_EMAIL/g)).toHaveLength(missingParticipantEmail);
  });

  test('moves the tiles of the open dashboard, without a reload, to what an independent count says', async () => {
    await settled(platform.sql);
    const counted = await countedTiles(aurora?.id);
    expect(counted.Sessions).toBe(String((2_400 + sample.account.distinctSessions).toLocaleString('en-GB')));
    expect(counted.Confidence).toMatch(/^0\.\d\d$/);
    await tilesOf(dashboard, counted);
    expect(await documentStart(dashboard)).toBe(dashboardBegan);
  });

  test('can be planned again from the history, with a column left out, without another upload', async () => {
    await work.bringToFront();
    await work.goto('/imports');
    await work.getByRole('button', { name: 'Import again with other columns: kintell-sessions.csv' }).click();
    const plan = work.getByRole('region', { name: 'What this file would do' });
    const again = await readAccount(plan);
    await work.getByLabel('Column rating is read as').selectOption('');
    await until('forecast for the columns that are left', async () => {
      const other = await readAccount(plan);
      return JSON.stringify(other) !== JSON.stringify(again);
    });
    expect(new URL(work.url()).pathname).not.toBe(importPage);
    await tilesOf(dashboard, await countedTiles(aurora?.id));
  });
});

describe('why this number?', () => {
  test('leads from a level to the evidence and the sessions that it was made from', async () => {
    await dashboard.bringToFront();
    await dashboard
      .getByRole('article', { name: 'Confidence' })
      .getByRole('button', { name: 'Why this number?' })
      .click();
    const drawer = dashboard.getByRole('dialog', { name: 'Why this number? Confidence' });
    const evidence = drawer.getByRole('region', { name: 'Evidence' });
    await evidence.locator('blockquote').first().waitFor();
    const { rows } = await platform.sql.query<{ count: number }>(
      "SELECT count(*)::int FROM outcomes.outcome_score WHERE company_id = $1 AND dimension = 'confidence'",
      [aurora?.id],
    );
    expect(await evidence.getByRole('heading').textContent()).toBe(
      `${rows[0]?.count} pieces of evidence, the most certain first`,
    );
    const shown = await evidence.locator('blockquote').count();
    await evidence.getByRole('button', { name: 'Show more' }).click();
    await until('more evidence', async () => (await evidence.locator('blockquote').count()) > shown);
    const sessions = drawer.getByRole('region', { name: 'Sessions behind it' });
    const listed = await sessions.getByRole('listitem').count();
    await sessions.getByRole('button', { name: 'Show more' }).click();
    await until('more sessions', async () => (await sessions.getByRole('listitem').count()) > listed);
  });

  test('quotes what somebody wrote after the session that it names', async () => {
    const item = dashboard.getByRole('region', { name: 'Evidence' }).getByRole('listitem').first();
    const quoted = (await item.locator('blockquote').textContent())?.slice(1, -1) ?? '';
    const sourceId = (await item.textContent())?.match(/KINTELL-\d+-\d+/)?.[0];
    const { rows } = await platform.sql.query<{ feedback: string }>(
      'SELECT feedback FROM programs.session WHERE company_id = $1 AND source_id = $2',
      [aurora?.id, sourceId],
    );
    expect(quoted.length).toBeGreaterThan(5);
    expect(rows[0]?.feedback.replaceAll(/\s+/g, ' ')).toContain(quoted.replaceAll(/\s+/g, ' '));
    await dashboard.keyboard.press('Escape');
    await dashboard.getByRole('dialog').waitFor({ state: 'detached' });
  });
});

describe('the same numbers', () => {
  test("come by a partner's registered operation with a key made on the keys page", async () => {
    await work.bringToFront();
    await work.getByRole('link', { name: 'API keys' }).click();
    await work.getByRole('button', { name: 'Create a key' }).click();
    await work.getByLabel('Name').fill('Benevity production');
    await work.getByRole('button', { name: 'Create', exact: true }).click();
    const issued = work.getByRole('dialog', { name: 'Key for Benevity production' });
    const secret = await issued.getByText(/^teei_\w+/).textContent();
    await work.getByRole('button', { name: 'I have kept it' }).click();
    await work.getByRole('rowheader', { name: /Benevity production/ }).waitFor();
    const operation = partner.operations.find(({ name }) => name === 'PartnerImpactSummary');
    const caller = new Caller(platform.stack.url, { authorization: `Bearer ${secret}` });
    const answer = await (await caller.send({ documentId: `sha256:${operation?.id}` })).json();
    expect(answer.errors).toBeUndefined();
    expect(asTiles(answer.data.company.metrics.map(asCounted))).toEqual(await readTiles(dashboard));
  });

  test('come in GraphiQL, which asks as whoever is signed in', async () => {
    await work.goto('/graphiql');
    const query = 'query ByHand { metrics(grain: ALL_TIME) { name dimension value } }';
    await work.getByLabel('Operation Editor').locator('.view-line').first().click();
    await work.keyboard.press('ControlOrMeta+a');
    await work.evaluate((text) => navigator.clipboard.writeText(text), query);
    await work.keyboard.press('ControlOrMeta+v');
    await work.getByRole('tab', { name: 'ByHand' }).waitFor();
    const answering = work.waitForResponse((response) => Boolean(response.request().postData()?.includes('ByHand')));
    await work.keyboard.press('ControlOrMeta+Enter');
    const { data } = await (await answering).json();
    expect(asTiles(data.metrics.map(asCounted))).toEqual(await readTiles(dashboard));
    await work.locator('.graphiql-response').getByText('"PARTICIPANTS"').waitFor();
  });
});

test('taking the import back brings the tiles back, without a reload', async () => {
  await work.bringToFront();
  await work.goto(importPage);
  await work.getByRole('button', { name: 'Take back' }).click();
  await work.getByRole('alertdialog').getByRole('button', { name: 'Take back' }).click();
  await work.getByRole('heading', { name: 'The import was taken back' }).waitFor({ timeout: 120_000 });
  await settled(platform.sql);
  await tilesOf(dashboard, before);
  expect(await countedTiles(aurora?.id)).toEqual(before);
  expect(await documentStart(dashboard)).toBe(dashboardBegan);
  const admin = await new Caller(platform.stack.url).signIn('admin@aurora.example', demoPassword);
  const { status } = await importOf(admin, importPage.split('/').at(-1) ?? '');
  expect(status).toBe('UNDONE');
});

test('the language changes in place, and with it every word and the way numbers are written', async () => {
  await dashboard.bringToFront();
  const began = await documentStart(dashboard);
  const language = () => dashboard.locator('html').getAttribute('lang');
  expect(await language()).toBe('en');
  await dashboard.getByRole('button', { name: 'English, Language' }).click();
  await dashboard.getByRole('menuitemradio', { name: 'Українська' }).click();
  await dashboard.getByRole('article', { name: 'Учасники' }).waitFor();
  expect(await language()).toBe('uk');
  await dashboard.getByRole('button', { name: 'Українська, Мова' }).click();
  await dashboard.getByRole('menuitemradio', { name: 'Norsk' }).click();
  const hours = dashboard.getByRole('article', { name: 'Frivilligtimer' });
  await hours.waitFor();
  expect(await language()).toBe('no');
  expect(await hours.locator('p span').first().textContent()).toMatch(/^\d\s\d{3}(,\d)?$/);
  expect(await dashboard.getByText('Why this number?').count()).toBe(0);
  await dashboard.getByRole('button', { name: 'Norsk, Språk' }).click();
  await dashboard.getByRole('menuitemradio', { name: 'English' }).click();
  await dashboard.getByRole('article', { name: 'Participants' }).waitFor();
  expect(await documentStart(dashboard)).toBe(began);
});

test('whoever belongs to two companies sees the numbers of the one they choose', async () => {
  await dashboard.bringToFront();
  await dashboard.getByRole('button', { name: 'Aurora Demo, Company' }).click();
  await dashboard.getByRole('menuitemradio', { name: 'Fjord Demo' }).click();
  await dashboard.getByRole('heading', { level: 1, name: 'Fjord Demo' }).waitFor();
  const shown = await tilesOf(dashboard, await countedTiles(fjord?.id));
  expect(shown.Sessions).toBe('1,200');
  // An analyst there: importing is an administrator's.
  expect(await dashboard.getByRole('link', { name: 'API keys' }).count()).toBe(0);
  await dashboard.getByRole('button', { name: 'Fjord Demo, Company' }).click();
  await dashboard.getByRole('menuitemradio', { name: 'Aurora Demo' }).click();
  await tilesOf(dashboard, before);
});

test('a session that is ended from another browser is over at once', async () => {
  const elsewhere = await newContext();
  const other = await elsewhere.newPage();
  await signIn(other);
  await work.bringToFront();
  await work.goto('/account');
  const sessions = work.getByRole('region', { name: 'Where you are signed in' });
  await sessions.getByText('This browser').waitFor();
  const ends = sessions.getByRole('button', { name: /^End (?!all)/ });
  const open = await ends.count();
  expect(open).toBeGreaterThan(0);
  // The newest comes first: it is the other browser's.
  await ends.first().click();
  await until('session fewer', async () => (await ends.count()) < open);
  await other.goto('/imports');
  await other.waitForURL('**/sign-in?next=%2Fimports');
  await signIn(other);
  await work.reload();
  await sessions.getByRole('button', { name: 'End all others' }).click();
  await until('no session but this', async () => (await ends.count()) === 0);
  await other.goto('/imports');
  await other.waitForURL('**/sign-in?next=%2Fimports');
  await work.reload();
  await sessions.getByText('This browser').waitFor();
  await elsewhere.close();
});

/** Waits until the tiles show this; says what they show instead when they do not. */
async function tilesOf(page: Page, wanted: Tiles): Promise<Tiles> {
  let shown = {} as Tiles;
  const same = async () => {
    shown = await readTiles(page);
    return JSON.stringify(shown) === JSON.stringify(wanted);
  };
  await page.getByRole('article', { name: 'Sessions' }).waitFor();
  await until('tiles that agree', same, 30).catch(() => undefined);
  expect(shown).toEqual(wanted);
  return shown;
}

/** What SQL over the sessions and scores says, as the tiles would write it. */
async function countedTiles(companyId = ''): Promise<Tiles> {
  const metrics = await recomputedMetrics(platform.sql, companyId);
  return asTiles(metrics.filter(({ month }) => month === null));
}

function asTiles(metrics: readonly Omit<RecomputedMetric, 'month'>[]): Tiles {
  const write = (name: string, dimension: string | null, least: number, most: number): string => {
    const found = metrics.find((metric) => metric.name === name && metric.dimension === dimension);
    const form = new Intl.NumberFormat('en-GB', { minimumFractionDigits: least, maximumFractionDigits: most });
    return form.format(found?.value ?? Number.NaN);
  };
  return {
    Participants: write('PARTICIPANTS', null, 0, 0),
    Sessions: write('SESSIONS', null, 0, 0),
    'Volunteer hours': write('VOLUNTEER_HOURS', null, 0, 1),
    Confidence: write('OUTCOME_LEVEL', 'confidence', 2, 2),
    Belonging: write('OUTCOME_LEVEL', 'belonging', 2, 2),
    'Language ability': write('OUTCOME_LEVEL', 'lang_level_proxy', 2, 2),
    'Job readiness': write('OUTCOME_LEVEL', 'job_readiness', 2, 2),
  };
}

function asCounted({ name, dimension, value }: Omit<RecomputedMetric, 'month'>): Omit<RecomputedMetric, 'month'> {
  return { name, dimension: dimension?.toLowerCase() ?? null, value };
}

function inWords({ account }: KintellSample): Record<string, number> {
  const { read, created, updated, unchanged, rejected } = expectedAccount(account);
  return { 'Rows read': read, New: created, Changed: updated, Unchanged: unchanged, Rejected: rejected };
}

/** Notes every heading that stands on the page from now on, and whether a progress bar stood with it. */
async function collectHeadings(page: Page): Promise<() => Promise<string[]>> {
  const seen = await page.evaluateHandle(() => {
    const headings = new Set<string>();
    const look = () => {
      const progress = document.querySelector('[role=progressbar]') ? ' progress' : '';
      for (const { textContent } of document.querySelectorAll('h2')) headings.add(`${textContent}${progress}`);
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
    return headings;
  });
  return () => seen.evaluate((headings) => [...headings]);
}
