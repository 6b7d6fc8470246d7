import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ask, startFixture } from '../../test/fixture-router.ts';
import { fixtureSupergraph } from '../../test/fixture-subgraphs.ts';

const extended = fixtureSupergraph(undefined, 'extend type Query { added: Int }');
const isNew = '{ __type(name: "Query") { fields { name } } }';

test('a supergraph that changes under load drops no request', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'router-'));
  const file = join(folder, 'supergraph.graphql');
  await writeFile(file, fixtureSupergraph());
  const fixture = await startFixture({ supergraph: { file } });
  const answers: { status: number; data: unknown }[] = [];
  let isRunning = true;
  const load = Array.from({ length: 8 }, async (_, worker) => {
    for (let count = 0; isRunning; count++) {
      const { status, data } = await ask(
        fixture.url,
        `{ person(id: "p1") { w${worker}_${count}: name sessions { title } } }`,
      );
      answers.push({ status, data: Object.values((data?.person ?? {}) as object)[0] });
    }
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  for (const sdl of [extended, 'type Query { broken: ', fixtureSupergraph(), extended]) {
    await writeFile(file, sdl);
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
  isRunning = false;
  await Promise.all(load);
  expect(answers.length).toBeGreaterThan(50);
  expect(answers.filter(({ status, data }) => status !== 200 || data !== 'Ada')).toEqual([]);
  expect(JSON.stringify((await ask(fixture.url, isNew)).data)).toContain('added');
  await fixture.router.destroy();
  await rm(folder, { recursive: true });
}, 30_000);

test('a supergraph that cannot be served is refused by reload, and the one before stays', async () => {
  const fixture = await startFixture();
  await expect(fixture.router.reload('type Query { a: Int }')).rejects.toThrow('The supergraph cannot be served');
  expect((await ask(fixture.url, '{ echo(value: "still") }')).data).toEqual({ echo: 'still' });
  await fixture.router.reload(extended);
  expect(JSON.stringify((await ask(fixture.url, isNew)).data)).toContain('added');
  await fixture.router.destroy();
});

test('shutting down finishes what is under way and accepts no more', async () => {
  const fixture = await startFixture();
  const slow = ask(fixture.url, '{ slow(milliseconds: 400) }');
  await new Promise((resolve) => setTimeout(resolve, 100));
  const stopping = fixture.router.destroy();
  expect((await slow).data).toEqual({ slow: 'done' });
  await stopping;
  await expect(ask(fixture.url, '{ echo }')).rejects.toThrow();
});
