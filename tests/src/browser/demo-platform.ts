import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createLog } from '@teei/runtime/log';
import { createStack, type Stack } from '@teei/stack/create-stack';
import { seedDemo } from '@teei/stack/seed/seed-demo';
import pg from 'pg';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { copyOf } from '../data-template.ts';
import { settled } from '../settled.ts';

/** The whole platform with its demo, as `npm start` has it, and a browser in front of it. Boot it once for each file. */
export interface DemoPlatform {
  readonly stack: Stack;
  /** A browser of somebody who reads English, signed in nowhere. */
  newContext(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** Acts as the owner, whom no row-level security holds back: for counting what is there. */
  readonly sql: pg.Pool;
  close(): Promise<void>;
}

/** `program` is the path of a Chromium; `npm test` puts it into TEEI_BROWSER. */
export async function startDemoPlatform(program: string | undefined): Promise<DemoPlatform> {
  if (!existsSync(join(import.meta.dirname, '../../../web/dist/index.html')))
    throw new Error('The cockpit is not built; `npm test` builds it, or: node node_modules/vite/bin/vite.js build web');
  const [browser, dataFolder] = await Promise.all([openBrowser(program), copyOf('demo', fillWithDemo)]);
  const stack = await startOn(dataFolder);
  const sql = new pg.Pool({ connectionString: stack.databaseUrl, max: 4 });
  // Stopping the server may end idle connections before the pool has closed them.
  sql.on('error', () => undefined);
  return {
    stack,
    sql,
    newContext: async (options) => {
      const context = await browser.newContext({ baseURL: stack.url, locale: 'en-GB', ...options });
      // Machines that run tests have other things to do as well.
      context.setDefaultTimeout(60_000);
      return context;
    },
    close: async () => {
      await browser.close();
      await sql.end();
      await stack.destroy();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

function startOn(dataFolder: string): Promise<Stack> {
  // Models that could be chosen; nobody listens there, and no company has.
  const remoteModels = { anthropic: { apiKey: 'none', baseUrl: 'http://127.0.0.1:9/v1' } };
  return createStack({
    dataFolder,
    port: 0,
    log: createLog('test', 'silent'),
    allowedHosts: '127.0.0.1',
    remoteModels,
  });
}

async function fillWithDemo(dataFolder: string): Promise<void> {
  const stack = await startOn(dataFolder);
  await seedDemo(stack, () => undefined);
  const sql = new pg.Pool({ connectionString: stack.databaseUrl, max: 1 });
  await settled(sql);
  await sql.end();
  await stack.destroy();
}

function openBrowser(program = '/usr/bin/chromium'): Promise<Browser> {
  return chromium.launch({
    executablePath: program,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
