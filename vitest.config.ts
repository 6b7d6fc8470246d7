import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** By path, not by how long each file took last time: a run on a fresh clone and the next one are the same run. */
class ByPath extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return [...files].sort((one, other) => one.moduleId.localeCompare(other.moduleId));
  }
}

const anywhere = ['{runtime,prisma,router,stack,subgraphs,tests,web}/**/*.test.ts'];
const long = ['tests/long/**/*.test.ts'];

/** `vitest run` is every test that belongs to `npm test`; `vitest run --mode long` is the ones that take many minutes. */
export default defineConfig(({ mode }) => ({
  // Node takes graphql's CommonJS build and Vite its ES modules; two copies in one process refuse each other's schemas.
  resolve: { alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }] },
  test: {
    include: mode === 'long' ? long : anywhere,
    exclude: ['**/node_modules/**', '**/dist/**', '**/generated/**', ...(mode === 'long' ? [] : long)],
    // Tests that start a process start what is built; it is built again when the sources changed.
    globalSetup: ['stack/test-setup.mjs'],
    environment: 'node',
    pool: 'forks',
    // Files that boot a platform each have a database of their own; more than two at once starve one another.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 30_000,
    // A test that passes the second time is a test that fails.
    retry: 0,
    sequence: { shuffle: false, concurrent: false, sequencer: ByPath },
  },
}));
