import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateKintell } from '@teei/programs/sample';
import { demoCompanies, demoPassword } from '@teei/stack/seed/demo-companies';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { Caller } from '../caller.ts';
import { importFile, importIn, planFile, undoImport } from '../importing.ts';
import { until } from '../until.ts';
import { signIn } from './cockpit.ts';
import { type DemoPlatform, startDemoPlatform } from './demo-platform.ts';
import { violationsInEveryLook, wide } from './violations.ts';

/** Every page by axe and by keyboard alone, and what the browser's console says meanwhile. */
vi.setConfig({ testTimeout: 180_000, hookTimeout: 240_000 });

interface Imports {
  readonly planned: string;
  readonly done: string;
  readonly failed: string;
  readonly running: string;
  readonly undone: string;
}

let platform: DemoPlatform;
let session: Awaited<ReturnType<BrowserContext['storageState']>>;
let imports: Imports;
let folder: string;

beforeAll(async () => {
  platform = await startDemoPlatform(process.env.TEEI_BROWSER);
  folder = await mkdtemp(join(tmpdir(), 'teei-files-'));
  imports = await importsInEveryState();
  const context = await newContext({});
  await signIn(await context.newPage());
  session = await context.storageState();
  await context.close();
});

afterAll(async () => {
  await platform?.close();
  await rm(folder, { recursive: true, force: true });
});

function newContext({ signedIn = false }): Promise<BrowserContext> {
  return platform.newContext({
    viewport: wide,
    // A page in the middle of a fade has contrasts that nobody reads.
    reducedMotion: 'reduce',
    ...(signedIn ? { storageState: session } : {}),
  });
}

/** Every page, and how to know that it is there. */
const pages: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  dashboard: async (page) => {
    await page.goto('/');
    await page
      .getByRole('img', { name: /^Line chart/ })
      .locator('svg')
      .waitFor();
    await page.getByText('Live', { exact: true }).waitFor();
  },
  'dashboard of a week and a programme': async (page) => {
    await page.goto('/?period=WEEK');
    await page.getByLabel('Programme').selectOption({ index: 1 });
    await page.getByRole('article', { name: 'Sessions' }).waitFor();
  },
  'dashboard being arranged': async (page) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Arrange', exact: true }).click();
    await page.getByRole('grid', { name: 'Tiles in their order' }).waitFor();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByText('Arranged for now').waitFor();
    await page.getByRole('button', { name: 'Arrange', exact: true }).click();
  },
  'a view about to be saved': async (page) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Save as a view' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Give the view a name.').waitFor();
  },
  'trends with who is behind a mark': async (page) => {
    await page.goto('/impact/trends?group=funnel:ENROLLED');
    await page.getByRole('dialog').getByRole('listitem').first().waitFor();
  },
  'dashboard as a table': async (page) => {
    await page.goto('/');
    await page.getByRole('button', { name: /Show as table/ }).click();
    await page.getByRole('table').waitFor();
  },
  'dashboard with the drawer of a level': async (page) => {
    await page.goto('/');
    await page.getByRole('article', { name: 'Belonging' }).getByRole('button', { name: 'Why this number?' }).click();
    await page.getByRole('dialog').locator('blockquote').first().waitFor();
  },
  'dashboard with the drawer of the social return': async (page) => {
    await page.goto('/');
    await page
      .getByRole('article', { name: 'Social return (SROI)' })
      .getByRole('button', { name: 'Why this number?' })
      .click();
    await page.getByRole('dialog').getByRole('heading', { name: 'What it is the sum of' }).waitFor();
  },
  'the evidence': async (page) => {
    await page.goto('/impact/evidence');
    await page.getByRole('checkbox').first().check();
    await page.getByRole('button', { name: 'Copy for CSRD, with 1 snippet' }).waitFor();
  },
  'the evidence, narrowed by everything': async (page) => {
    await page.goto('/impact/evidence?search=a&dimension=BELONGING&direction=GAIN&language=no&from=2026-01&to=2026-12');
    await page
      .getByRole('button', { name: /^Take away the filter/ })
      .nth(5)
      .waitFor();
    await page.getByRole('listitem').locator('blockquote').first().waitFor();
  },
  'the social return': async (page) => {
    await page.goto('/impact/social-return');
    await page.getByRole('heading', { name: 'What it hangs on' }).waitFor();
  },
  'the social return with something to mend': async (page) => {
    await page.goto('/impact/social-return');
    await page.getByRole('button', { name: 'Add an outcome' }).click();
    await page.getByRole('button', { name: 'Save the account' }).click();
    await page.getByRole('alert').waitFor();
  },
  'a proxy about to be put into the register': async (page) => {
    await page.goto('/impact/social-return');
    await page.getByRole('button', { name: 'Add a proxy' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save the proxy' }).click();
    await page.getByText('This is needed.').first().waitFor();
  },
  imports: async (page) => {
    await page.goto('/imports');
    await page.getByRole('table').waitFor();
  },
  'an import that is checked': async (page) => {
    await page.goto(`/imports/${imports.planned}`);
    await page.getByRole('button', { name: 'Import these rows' }).waitFor();
  },
  'an import that is running': async (page) => {
    await page.goto(`/imports/${imports.running}`);
    await page.getByRole('progressbar').waitFor();
  },
  'an import that is done': async (page) => {
    await page.goto(`/imports/${imports.done}`);
    await page.getByRole('link', { name: 'Download the rejected rows' }).waitFor();
  },
  'rejected rows in a grid': async (page) => {
    await page.goto(`/imports/${imports.done}`);
    await page.getByRole('button', { name: 'Mend here' }).click();
    await page.getByRole('table').getByRole('textbox').first().waitFor();
  },
  'an import that failed': async (page) => {
    await page.goto(`/imports/${imports.failed}`);
    await page.getByRole('button', { name: 'Go on' }).waitFor();
  },
  'an import that was taken back': async (page) => {
    await page.goto(`/imports/${imports.undone}`);
    await page.getByRole('heading', { name: 'The import was taken back' }).waitFor();
  },
  'an import about to be taken back': async (page) => {
    await page.goto(`/imports/${imports.done}`);
    await page.getByRole('button', { name: 'Take back' }).click();
    await page.getByRole('alertdialog').waitFor();
  },
  'an import that there is not': async (page) => {
    await page.goto('/imports/01900000-0000-7000-8000-000000000000');
    await page.getByText('No such import').waitFor();
  },
  people: async (page) => {
    await page.goto('/people');
    await page.getByRole('table').waitFor();
  },
  'people, narrowed by everything': async (page) => {
    await page.goto('/people?search=a&language=uk&conflicts=none');
    await page
      .getByRole('button', { name: /^Take away the filter/ })
      .nth(2)
      .waitFor();
    await page.getByRole('table').waitFor();
  },
  'a participant with a conflict': async (page) => {
    await page.goto('/people?conflicts=open');
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByRole('heading', { name: 'Timeline' }).waitFor();
    await page.getByText(/waits for a decision/).waitFor();
  },
  'a participant about to be merged': async (page) => {
    await page.goto('/people');
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByRole('button', { name: 'Merge a duplicate' }).click();
    await page.getByLabel('Who is the same person?').fill('ol');
    await page.getByRole('dialog').getByRole('radio').first().check();
    await page.getByRole('group', { name: 'Show both as' }).waitFor();
  },
  'a participant that there is not': async (page) => {
    await page.goto('/people/01900000-0000-7000-8000-000000000000');
    await page.getByText('No such person').waitFor();
  },
  'volunteer hours, narrowed': async (page) => {
    await page.goto('/hours?status=LOGGED&origin=MEMBER&from=2026-01-01');
    await page.getByRole('table').waitFor();
  },
  'volunteer hours about to be corrected': async (page) => {
    await page.goto('/hours?status=LOGGED');
    await page.getByRole('table').getByRole('button').first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Correct', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save the correction' }).click();
    await page.getByText('Say why.').waitFor();
  },
  'volunteer hours about to be logged': async (page) => {
    await page.goto('/hours');
    await page.getByRole('button', { name: 'Log hours' }).click();
    await page.getByRole('dialog', { name: 'Log hours' }).waitFor();
  },
  'review items': async (page) => {
    await page.goto('/review-items');
    await page.getByRole('heading', { name: /^Whose id is/ }).waitFor();
  },
  journeys: async (page) => {
    await page.goto('/journey');
    await page.getByRole('link', { name: 'Ready to mentor' }).waitFor();
    await page
      .getByRole('button', { name: /^Close the follow-up of/ })
      .first()
      .waitFor();
  },
  'a journey rule that was tried': async (page) => {
    await page.goto('/journey/mentor_ready');
    const text = page.getByRole('textbox', { name: 'Text of the rule' });
    await text.fill((await text.inputValue()).replace('atLeast: 3', 'atLeast: 1'));
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.getByRole('heading', { name: /^Saving would change something/ }).waitFor();
  },
  'a journey rule with something to mend': async (page) => {
    await page.goto('/journey/new');
    await page.getByRole('textbox', { name: 'Text of the rule' }).fill('name: Wrong\ntitle: Wrong\n');
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.getByRole('button', { name: 'Line 1, column 7' }).waitFor();
  },
  'a journey rule that there is not': async (page) => {
    await page.goto('/journey/nowhere');
    await page.getByText('No such rule').waitFor();
  },
  safety: async (page) => {
    await page.goto('/safety');
    await page.getByText('Nothing to decide').waitFor();
  },
  'score review': async (page) => {
    await page.goto('/score-review');
    await page.locator('mark').first().waitFor();
  },
  models: async (page) => {
    await page.goto('/models');
    await page.getByText('Nothing evaluated yet').waitFor();
  },
  'the cost of models, most of it spent': async (page) => {
    await spendOnModels();
    await page.goto('/models/cost');
    await page.getByRole('meter').waitFor({ state: 'attached' });
    await page.getByRole('table').getByText('Scored by the answer').first().waitFor();
  },
  'API keys': async (page) => {
    await page.goto('/api-keys');
    await page.getByText('How a partner asks').waitFor();
  },
  'API keys with a key about to be made': async (page) => {
    await page.goto('/api-keys');
    await page.getByRole('button', { name: 'Create a key' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Create', exact: true }).click();
    await page.getByText('Give the key a name.').waitFor();
  },
  providers: async (page) => {
    await page.goto('/providers');
    await page.getByRole('heading', { name: 'Connections' }).waitFor();
  },
  'providers with one about to be connected': async (page) => {
    await page.goto('/providers');
    await page.getByRole('button', { name: 'Connect a provider' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Connect', exact: true }).click();
    await page.getByText('This is needed.').first().waitFor();
  },
  'a provider whose pulls fail': async (page) => {
    await page.goto(`/providers/${await failingProvider()}`);
    await page.getByText('Ended early').first().waitFor();
  },
  members: async (page) => {
    await page.goto('/members');
    await page.getByRole('table', { name: 'Members' }).or(page.getByRole('table')).first().waitFor();
    await page.getByText('No invitations').waitFor();
  },
  'members with somebody about to be invited': async (page) => {
    await page.goto('/members');
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Send the invitation' }).click();
    await page.getByText('Give the address to invite.').waitFor();
  },
  'members with one about to be removed': async (page) => {
    await page.goto('/members');
    await page
      .getByRole('button', { name: /^Remove / })
      .first()
      .click();
    await page.getByRole('alertdialog').waitFor();
  },
  'a provider about to be changed': async (page) => {
    await page.goto(`/providers/${await failingProvider()}`);
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Edit' });
    expect(await dialog.getByLabel('Name', { exact: true }).inputValue()).toBe('Learning store');
    await dialog.getByLabel('Name', { exact: true }).fill('');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('This is needed.').waitFor();
  },
  administration: async (page) => {
    await page.goto('/administration');
    await page.getByRole('heading', { name: 'Administration' }).waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Audit log' }).waitFor();
  },
  'the company theme, with marks that cannot be seen': async (page) => {
    await page.goto('/administration/theme');
    await page.getByRole('textbox', { name: 'Second colour', exact: true }).fill('#00e5ff');
    await page.getByRole('button', { name: 'Use these colours' }).waitFor();
  },
  features: async (page) => {
    await page.goto('/administration/features');
    await page.getByRole('slider').first().waitFor();
  },
  'words about to be kept for a shorter time': async (page) => {
    await page.goto('/administration/words');
    await page.getByRole('slider', { name: 'Days until they are cleared' }).fill('30');
    await page.getByText('It cannot be taken back.').waitFor();
    await page.getByRole('definition').filter({ hasText: /^\d/ }).nth(4).waitFor();
  },
  'the audit log, narrowed by everything': async (page) => {
    await page.goto('/administration/audit?action=member&target=x&from=2026-01-01&to=2026-01-02');
    await page.getByText('No line fits').waitFor();
    await page
      .getByRole('button', { name: /^Take away the filter/ })
      .nth(3)
      .waitFor();
  },
  'a line of the audit log': async (page) => {
    await page.goto('/administration/audit');
    await page.getByText(/^The chain holds/).waitFor();
    await page.getByRole('table').getByRole('button').first().click();
    await page.getByRole('dialog').getByText('Hash before it').waitFor();
  },
  account: async (page) => {
    await page.goto('/account');
    await page.getByText('This browser').waitFor();
  },
  'a page that there is not': async (page) => {
    await page.goto('/nowhere');
    await page.getByRole('heading', { name: 'No such page' }).waitFor();
  },
};

describe('axe finds nothing, light and dark, wide and narrow, on', () => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    context = await newContext({ signedIn: true });
    page = await context.newPage();
  });
  afterAll(() => context?.close());

  test.each(Object.keys(pages))('%s', async (name) => {
    await page.setViewportSize(wide);
    await pages[name]?.(page);
    expect(await violationsInEveryLook(page)).toEqual([]);
  });

  test('sign-in, and its refusal', async () => {
    const signedOut = await newContext({});
    const signIn = await signedOut.newPage();
    await signIn.goto('/sign-in');
    await signIn.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    expect(await violationsInEveryLook(signIn)).toEqual([]);
    await signIn.getByLabel('E-mail').fill('nobody@aurora.example');
    await signIn.getByLabel('Password').fill('not-the-password');
    await signIn.keyboard.press('Enter');
    await signIn.getByRole('alert').waitFor();
    expect(await violationsInEveryLook(signIn)).toEqual([]);
    await signedOut.close();
  });

  test('a page with a fault: then it says which', async () => {
    await page.evaluate(() => {
      const faint = Object.assign(document.createElement('p'), { textContent: 'too faint to read' });
      faint.style.cssText = 'color: #999; background: #aaa';
      document.querySelector('main')?.append(faint);
    });
    expect(await violationsInEveryLook(page)).toContainEqual(expect.stringMatching(/color-contrast.*too faint/));
  });
});

describe('by keyboard alone', () => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    context = await newContext({ signedIn: true });
    page = await context.newPage();
  });

  test('the drawer keeps the focus inside, Escape closes it, and the focus is back where it was', async () => {
    await page.goto('/');
    const why = page.getByRole('article', { name: 'Confidence' }).getByRole('button', { name: 'Why this number?' });
    await why.focus();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog');
    await drawer.locator('blockquote').first().waitFor();
    const holdsFocus = () => drawer.evaluate((element) => element.contains(document.activeElement));
    expect(await holdsFocus()).toBe(true);
    for (const [edge, key] of [
      [drawer.getByRole('button').last(), 'Tab'],
      [drawer.getByRole('button').first(), 'Shift+Tab'],
    ] as const) {
      await edge.focus();
      for (let pressed = 0; pressed < 3; pressed++) {
        await page.keyboard.press(key);
        expect(await holdsFocus()).toBe(true);
      }
    }
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    await until('focus on the button that opened it', () =>
      why.evaluate((element) => element === document.activeElement),
    );
  });

  test('a file is imported and taken back', async () => {
    const file = join(folder, 'by-keyboard.csv');
    await writeFile(file, [...generateKintell({ rows: 50, seed: 77 }).chunks].join(''));
    await page.goto('/imports');
    await page.getByText('Drop an export here').waitFor();
    const choosing = page.waitForEvent('filechooser');
    await tabTo(page, 'Choose a file');
    await page.keyboard.press('Enter');
    await (await choosing).setFiles(file);
    await page.getByRole('button', { name: 'Import these rows', disabled: false }).waitFor();
    await tabTo(page, 'Import these rows');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'The import is done' }).waitFor({ timeout: 60_000 });
    await tabTo(page, 'Take back');
    await page.keyboard.press('Enter');
    await page.getByRole('alertdialog').waitFor();
    await tabTo(page, 'Take back');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'The import was taken back' }).waitFor({ timeout: 60_000 });
    await context.close();
  });
});

test("no page asks for what the pages' own content security policy forbids", async () => {
  const context = await newContext({ signedIn: true });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  for (const open of Object.values(pages)) await open(page);
  const answer = await page.goto('/graphiql');
  expect(answer?.headers()['content-security-policy']).toContain("default-src 'self'");
  await page.getByLabel('Operation Editor').locator('.view-line').first().click();
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.locator('.graphiql-response').getByText('"metrics"').waitFor();
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  await page.getByText('Root Types').waitFor();
  await page.getByRole('button', { name: 'Show History' }).click();
  await page.goto('/sign-in');
  await page.getByLabel('Password').waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

/** Presses Tab until the focus is on what has this name. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let pressed = 0; pressed < 80; pressed++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => document.activeElement?.textContent?.trim());
    if (focused === name) return;
  }
  throw new Error(`80 presses of Tab do not lead to "${name}"`);
}

/** What a page shows that is running or failed cannot be waited for, so those two rows are set to that state. */
/** A connection into a private network, whose first pull fails at once. */
async function failingProvider(): Promise<string> {
  const admin = await new Caller(platform.stack.url).signIn('admin@aurora.example', demoPassword);
  const { createProviderConnection } = await admin.get<{ createProviderConnection: { connection: { id: string } } }>(
    `mutation { createProviderConnection(input: { provider: XAPI, name: "Learning store", baseUrl: "https://10.0.0.7/xapi",
      secret: "secret" }) { ... on ProviderConnectionChanged { connection { id } } } }`,
  );
  return createProviderConnection.connection.id;
}

/** A month of the demo company with remote models, as the ledger would hold it. */
async function spendOnModels(): Promise<void> {
  const company = `(SELECT id FROM profile.company WHERE slug = '${demoCompanies[0]?.slug}')`;
  const month = `date_trunc('month', now() AT TIME ZONE 'UTC')::date`;
  await platform.sql.query(`
    INSERT INTO outcomes.remote_setting (company_id, revision, models, limit_micros, at_limit, cheaper_model, cheaper_micros, changed_by)
      VALUES (${company}, 2, '{claude-sonnet-5-5,claude-haiku-5-5}', 5000000, 'CHEAPER', 'claude-haiku-5-5', 1000000, 'test') ON CONFLICT DO NOTHING;
    INSERT INTO outcomes.model_month (company_id, month, spent_micros, reserved_micros, warned_80_at)
      VALUES (${company}, ${month}, 4310000, 8700, now()) ON CONFLICT DO NOTHING;
    INSERT INTO outcomes.model_call (id, company_id, month, purpose, model, prompt_version, source_id, outcome, called, input_tokens, output_tokens,
      cost_micros, priced_on)
      SELECT gen_random_uuid(), ${company}, ${month}, 'Q2Q', CASE n % 3 WHEN 0 THEN 'claude-haiku-5-5' ELSE 'claude-sonnet-5-5' END, 'q2q-1.no',
        gen_random_uuid(), (ARRAY['READ', 'CACHED', 'SHIELDED', 'THROTTLED'])[1 + n % 4], n % 4 IN (0, 3), 900 + n, 60, 2400 + n, '2026-10-24'
      FROM generate_series(1, 30) n`);
}

async function importsInEveryState(): Promise<Imports> {
  const admin = await new Caller(platform.stack.url).signIn('admin@aurora.example', demoPassword);
  const fileOf = (seed: number) => [...generateKintell({ rows: 400, seed, dirt: 0.2 }).chunks].join('');
  const done = await importFile(admin, fileOf(41));
  const undone = await importFile(admin, fileOf(42));
  await undoImport(admin, undone.id);
  await importIn(admin, undone.id, 'UNDONE');
  const failed = await importFile(admin, fileOf(43));
  const running = await importFile(admin, fileOf(44));
  const planned = await planFile(admin, fileOf(45));
  const set = (id: string, change: string) =>
    platform.sql.query(`UPDATE programs.import SET ${change} WHERE company_id = $1 AND id = $2`, [
      demoCompanies[0]?.id,
      id,
    ]);
  await set(failed.id, "status = 'FAILED', failure_code = 'IMPORT_INTERRUPTED'");
  await set(running.id, "status = 'RUNNING', finished_at = NULL");
  return { planned: planned.id, done: done.id, failed: failed.id, running: running.id, undone: undone.id };
}
