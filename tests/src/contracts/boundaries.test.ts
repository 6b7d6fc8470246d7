import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** One deliberate violation for each rule of .dependency-cruiser.cjs: the importing file, and what it imports. */
const violations = {
  'no-cycles': ['runtime/src/one.ts', './other.ts'],
  'no-orphans': ['stack/src/forgotten.ts', null],
  'nothing-unresolved': ['stack/src/lost.ts', './nowhere.ts'],
  'no-test-code-in-production': ['router/src/production.ts', './testing/visitor.ts'],
  'domain-knows-no-layer': ['subgraphs/alpha/src/domain/impure.ts', '../store/rows-store.ts'],
  'domain-does-no-io': ['subgraphs/alpha/src/domain/reads-file.ts', 'node:fs'],
  'store-looks-down': ['subgraphs/alpha/src/store/looks-up.ts', '../resolvers/index.ts'],
  'store-runs-no-rules': ['subgraphs/alpha/src/store/runs-rule.ts', '../domain/rule.ts'],
  'events-are-contracts': ['subgraphs/alpha/src/events/heavy.ts', '../rows.ts'],
  'loaders-look-down': ['subgraphs/alpha/src/loaders/looks-up.ts', '../resolvers/index.ts'],
  'jobs-know-no-resolver': ['subgraphs/alpha/src/jobs/looks-up.ts', '../resolvers/index.ts'],
  'only-the-outside-imports-main': ['subgraphs/alpha/src/inside.ts', './main.ts'],
  'subgraphs-meet-at-events': ['subgraphs/alpha/src/nosy.ts', '../../beta/src/rows.ts'],
  'subgraphs-know-no-router': ['subgraphs/alpha/src/routing.ts', '../../../router/src/plan.ts'],
  'own-prisma-client-only': ['subgraphs/alpha/src/foreign.ts', '../../../prisma/generated/beta/client.ts'],
  'router-reads-identity-only': ['router/src/foreign.ts', '../../prisma/generated/beta/client.ts'],
  'runtime-stands-alone': ['runtime/src/leaning.ts', '../../router/src/plan.ts'],
  'router-knows-no-subgraph': ['router/src/knowing.ts', '../../subgraphs/beta/src/rows.ts'],
  'stack-enters-by-the-door': ['stack/src/window.ts', '../../subgraphs/beta/src/rows.ts'],
  'web-has-no-server-code': ['web/src/server.ts', '../../router/src/plan.ts'],
  'server-has-no-web-code': ['router/src/cockpit.ts', '../../web/src/page.ts'],
} as const satisfies Record<string, readonly [from: string, to: string | null]>;

/** What the order allows, beside the targets of the violations. */
const lawful: Record<string, readonly string[]> = {
  'runtime/src/other.ts': ['./one.ts'],
  'runtime/src/define-event.ts': [],
  'router/src/plan.ts': ['../../runtime/src/define-event.ts', '../../prisma/generated/identity/client.ts'],
  'router/src/testing/visitor.ts': ['../../../subgraphs/beta/src/rows.ts'],
  'subgraphs/alpha/src/main.ts': ['./resolvers/index.ts', '../../beta/src/events/index.ts'],
  'subgraphs/alpha/src/resolvers/index.ts': ['../domain/rule.ts', '../store/rows-store.ts'],
  'subgraphs/alpha/src/store/rows-store.ts': ['../rows.ts', '../../../../prisma/generated/alpha/client.ts'],
  'subgraphs/alpha/src/domain/rule.ts': ['./value.ts', 'node:crypto'],
  'subgraphs/alpha/src/domain/value.ts': [],
  'subgraphs/alpha/src/rows.ts': [],
  'subgraphs/beta/src/main.ts': ['./events/index.ts', './rows.ts'],
  'subgraphs/beta/src/events/index.ts': ['../../../../runtime/src/define-event.ts'],
  'subgraphs/beta/src/rows.ts': [],
  'stack/src/platform.ts': ['../../router/src/plan.ts'],
  'prisma/generated/alpha/client.ts': [],
  'prisma/generated/beta/client.ts': [],
  'prisma/generated/identity/client.ts': [],
  'web/src/page.ts': ['./part.ts'],
  'web/src/part.ts': [],
};

const { forbidden, options } = createRequire(import.meta.url)('../../../.dependency-cruiser.cjs');
const folder = mkdtempSync(join(tmpdir(), 'teei-boundaries-'));
let found: ICruiseResult['summary']['violations'];

beforeAll(async () => {
  for (const [from, to] of Object.values(violations)) write(from, to === null ? [] : [to]);
  for (const [from, to] of Object.entries(lawful)) write(from, to);
  const { tsConfig: _ours, cache: _too, ...rest } = options;
  const roots = ['runtime', 'subgraphs', 'router', 'stack', 'prisma', 'web'];
  const { output } = await cruise(roots, { ...rest, baseDir: folder, validate: true, ruleSet: { forbidden } });
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text');
  found = output.summary.violations;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every boundary has a violation here that shows it works', () => {
  expect(Object.keys(violations).sort()).toEqual(forbidden.map(({ name }: { name: string }) => name).sort());
});

test.each(Object.entries(violations))('%s is an error', (rule, [from]) => {
  const ofRule = found.filter((violation) => violation.rule.name === rule);
  expect(ofRule.map((violation) => [violation.from, violation.rule.severity])).toContainEqual([from, 'error']);
});

test('what the order allows is allowed', () => {
  const blamed = found.filter(({ rule }) => rule.name !== 'no-cycles').map(({ from }) => from);
  expect(blamed.filter((file) => file in lawful)).toEqual([]);
});

function write(path: string, imports: readonly string[]): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  const lines = imports.map((to, index) => `import * as imported${index} from '${to}';\nexport { imported${index} };`);
  writeFileSync(file, `${lines.join('\n')}\nexport const here = true;\n`);
}
