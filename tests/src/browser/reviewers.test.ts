import { demoPassword } from '@teei/stack/seed/demo-companies';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Caller } from '../caller.ts';
import { importFile } from '../importing.ts';
import { settled } from '../settled.ts';
import { until } from '../until.ts';
import { signIn } from './cockpit.ts';
import { type DemoPlatform, startDemoPlatform } from './demo-platform.ts';
import { violationsInEveryLook } from './violations.ts';

/** What reviewers work through: the safety queue and the scores that the model was not sure of, by keys and in three languages. */
vi.setConfig({ testTimeout: 180_000, hookTimeout: 240_000 });

const pair = 'oksana.ny@example.org;kari.ny@firma.example';
const matches = [
  'participant_email;buddy_email;matched_at;status;language;interests;location',
  `${pair};15.01.2026;aktiv;norsk;;`,
];
const feedback = [
  'participant_email;buddy_email;submitted_at;author;rating;feedback_text',
  `${pair};15.02.2026;deltaker;2,0;"Write to me: oksana@example.org. The tea was good."`,
  `${pair};16.02.2026;deltaker;1,0;I do not want to live any more.`,
  `${pair};17.02.2026;frivillig;3,0;Earn 5000 kr a day from home!`,
  `${pair};18.02.2026;deltaker;2,0;He threatened to kill me on the stairs.`,
];

let platform: DemoPlatform;
let page: Page;

beforeAll(async () => {
  platform = await startDemoPlatform(process.env.TEEI_BROWSER);
  const admin = await new Caller(platform.stack.url).signIn('admin@aurora.example', demoPassword);
  for (const lines of [matches, feedback]) await importFile(admin, `\uFEFF${[...lines, ''].join('\r\n')}`);
  await settled(platform.sql);
  page = await (await platform.newContext({ reducedMotion: 'reduce' })).newPage();
  await signIn(page);
});
afterAll(() => platform?.close());

const shown = () => page.getByRole('article').getByRole('heading').textContent();

test('what is urgent stands first, and no contact is readable', async () => {
  await page.getByRole('link', { name: 'Safety' }).click();
  const queue = page.getByRole('list', { name: 'Waiting for a decision' });
  await queue.waitFor();
  const rows = await queue.getByRole('button').allTextContents();
  expect(rows.map((row) => row.replace(/\d.*$/, ''))).toEqual([
    'Self-harmUrgent',
    'ThreatHigh',
    'AdvertisingMedium',
    'Contact detailsMedium',
  ]);
  expect(await shown()).toBe('Self-harm');
  await queue.getByRole('button', { name: /Contact details/ }).click();
  await page.getByText('Write to me: [email].').waitFor();
});

test('axe finds nothing, light and dark, wide and narrow', async () => {
  expect(await violationsInEveryLook(page)).toEqual([]);
});

test('keys go through the queue and decide, and the next one is there', async () => {
  await page.setViewportSize({ width: 1280, height: 860 });
  await page.goto('/safety');
  await page.getByText('I do not want to live any more.').waitFor();
  await page.keyboard.press('j');
  await page.getByText('He threatened to kill me on the stairs.').waitFor();
  await page.keyboard.press('k');
  await page.keyboard.press('1');
  await page.getByText('3 sentences').waitFor();
  expect(await shown()).toBe('Threat');
  await page.keyboard.press('2');
  await page.getByText('2 sentences').waitFor();
  await page.getByText('Nothing to act on', { exact: false }).first().waitFor();
});

test('a letter typed into the note decides nothing', async () => {
  await page.getByLabel('Note').fill('');
  await page.getByLabel('Note').press('2');
  expect(await page.getByLabel('Note').inputValue()).toBe('2');
  await page.getByText('2 sentences').waitFor();
  await page.getByLabel('Note').blur();
});

test('an appeal needs a reason, and is not for whoever decided', async () => {
  const past = page.getByRole('region', { name: 'Done' });
  await past.getByRole('listitem').filter({ hasText: 'Threat' }).getByRole('button', { name: 'Appeal' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Appeal' }).click();
  await dialog.getByText('Say why it should be decided again.').waitFor();
  expect(await violationsInEveryLook(page)).toEqual([]);
  await dialog.getByLabel('Reason').fill('The stairs are in our building.');
  await dialog.getByRole('button', { name: 'Appeal' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('3 sentences').waitFor();
  await page.getByRole('button', { name: /Threat/ }).click();
  await page.getByText('This is an appeal against your own decision. Somebody else decides it.').waitFor();
  expect(await page.getByRole('button', { name: /There is something to act on/ }).count()).toBe(0);
});

test('the queue is narrowed by category', async () => {
  await page.getByLabel('Category').selectOption('Advertising');
  await page.getByText('1 sentence').waitFor();
  expect(await shown()).toBe('Advertising');
});

test.each([
  ['nb-NO', 'Sikkerhet', 'Venter på en avgjørelse'],
  ['uk-UA', 'Безпека', 'Чекають на рішення'],
])('in %s it is read in that language', async (locale, title, waiting) => {
  const context = await platform.newContext({ locale, storageState: await page.context().storageState() });
  const other = await context.newPage();
  await other.goto('/safety');
  await other.getByRole('heading', { level: 1, name: title }).waitFor();
  await other.getByRole('heading', { name: waiting }).waitFor();
  await context.close();
});

test('a score is reviewed with one key, its weightiest words are marked, and axe finds nothing', async () => {
  await page.setViewportSize({ width: 1280, height: 860 });
  await page.getByRole('link', { name: 'Score review' }).click();
  const question = page.getByRole('article').getByRole('heading');
  await question.waitFor();
  await page.locator('mark').first().waitFor();
  const left = async () => Number((await page.getByText(/^[\d,]+ scores?$/).textContent())?.replace(/\D/g, ''));
  const before = await left();
  expect(await violationsInEveryLook(page)).toEqual([]);
  await page.keyboard.press('4');
  await until('one score less', async () => (await left()) === before - 1);
  const { rows } = await platform.sql.query<{ label: string; seconds: number }>(
    'SELECT label, seconds FROM outcomes.score_review',
  );
  expect(rows).toEqual([{ label: 'NONE', seconds: expect.any(Number) }]);
  const measures = page.getByRole('region', { name: 'How reviewing goes' });
  await measures.getByRole('row', { name: 'Reviews 1 1' }).waitFor();
  await measures.getByText('The golden set holds 1 labels', { exact: false }).waitFor();
});

test('a model is evaluated, read down to what was taken for what, compared with another one, and axe finds nothing', async () => {
  await page.goto('/impact/evidence');
  await page.getByRole('link', { name: 'Models' }).click();
  await page.getByRole('heading', { level: 1, name: 'Models' }).waitFor();
  await page.getByRole('button', { name: 'Evaluate' }).click();
  const calibration = page.getByRole('region', { name: 'Calibration', exact: true }).first();
  await calibration.waitFor();
  await page.getByRole('cell', { name: 'As good as accepted' }).waitFor();
  await page.getByRole('row', { name: /^Ukrainian 129 0\.84/ }).waitFor();
  await page.getByLabel('Version', { exact: true }).selectOption('q2q-local-3-linear');
  await page.getByRole('button', { name: 'Evaluate' }).click();
  await page.getByRole('cell', { name: 'Worse than accepted' }).waitFor();
  await page.getByLabel('Compare with', { exact: true }).selectOption({ index: 1 });
  await page.getByText('No more different than chance allows (McNemar', { exact: false }).waitFor();
  expect(await violationsInEveryLook(page)).toEqual([]);
});

test('a version is made, held to the floors, activated and rolled back, and axe finds nothing', async () => {
  await page.setViewportSize({ width: 1280, height: 860 });
  await page.getByRole('button', { name: 'New version' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('strict-1');
  await dialog.getByLabel('Belonging').fill('0.3');
  await dialog.getByRole('button', { name: 'Create version' }).click();
  await dialog.getByText('This may not be below 0.50, in any company.').waitFor();
  expect(await violationsInEveryLook(page)).toEqual([]);
  await dialog.getByLabel('Belonging').fill('0,75');
  await dialog.getByRole('button', { name: 'Create version' }).click();
  await page.getByRole('button', { name: 'Activate strict-1' }).click();
  await dialog.getByRole('button', { name: 'Activate' }).click();
  await page.getByRole('heading', { name: 'strict-1 scores new texts' }).waitFor();
  await page.getByRole('button', { name: 'Go back to q2q-local-3' }).click();
  await page.getByRole('heading', { name: 'q2q-local-3 scores new texts' }).waitFor();
  await page.getByRole('rowheader', { name: 'Rolled back' }).waitFor();
  await page.getByRole('button', { name: 'Try out strict-1' }).click();
  await dialog.getByRole('button', { name: 'Try out' }).click();
  const trial = page.getByRole('region', { name: 'strict-1 is tried out on 10% of new texts' });
  await trial.getByRole('row', { name: /reviewed 30 0 Not yet/ }).waitFor();
  await page.getByRole('button', { name: 'Tune thresholds' }).click();
  await dialog.getByLabel('Name').fill('tuned-1');
  await dialog.getByRole('button', { name: 'Make a draft' }).click();
  await dialog.getByText('TUNING_TOO_FEW_LABELS').waitFor();
  await page.keyboard.press('Escape');
  expect(await violationsInEveryLook(page)).toEqual([]);
  await trial.getByRole('button', { name: 'End the trial' }).click();
  await trial.waitFor({ state: 'detached' });
});

test('drift is measured, shown down to the bins, and axe finds nothing', async () => {
  // The demo was written on days that lie further and further back.
  await platform.sql.query(
    "UPDATE outcomes.outcome_score SET observed_at = now() - interval '1 day' * (2 + abs(hashtext(id::text)) % 100)",
  );
  // The versions that were activated here began a window today, which holds nothing yet.
  const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
  const admin = await new Caller(platform.stack.url).signIn('admin@aurora.example', demoPassword);
  await admin.get('mutation ($input: SetDriftReferenceInput!) { setDriftReference(input: $input) { __typename } }', {
    input: { name: 'The weeks before', from: daysAgo(120), until: daysAgo(29) },
  });
  await page.setViewportSize({ width: 1280, height: 860 });
  await page.getByRole('button', { name: 'Measure drift now' }).click();
  await page.getByRole('button', { name: 'Show the bins: Languages', exact: true }).click();
  await page.getByRole('heading', { name: 'Bins: Languages' }).waitFor();
  await page.getByRole('row', { name: /^Ukrainian \d+% \d+%$/ }).waitFor();
  expect(await violationsInEveryLook(page)).toEqual([]);
});

test.each([
  ['nb-NO', 'Modeller', 'Hva som ble tatt for hva'],
  ['uk-UA', 'Моделі', 'Що за що сприйнято'],
])('in %s the models are read in that language', async (locale, title, confusion) => {
  const context = await platform.newContext({ locale, storageState: await page.context().storageState() });
  const other = await context.newPage();
  await other.goto('/models');
  await other.getByRole('heading', { level: 1, name: title }).waitFor();
  await other.getByRole('heading', { name: confusion }).waitFor();
  await context.close();
});
