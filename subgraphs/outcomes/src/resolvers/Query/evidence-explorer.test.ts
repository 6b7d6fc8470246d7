import { newId } from '@teei/runtime/id';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OutcomesScene, startOutcomesScene } from '../../testing/outcomes-scene.ts';

let scene: OutcomesScene;
let companyId: string;
const [language, mentorship] = [newId(), newId()];

beforeAll(async () => {
  scene = await startOutcomesScene();
  companyId = await scene.platform.addCompany('Explored');
  const said = (
    programmeId: string,
    startedAt: string,
    tag: string,
    dimension: 'confidence' | 'belonging',
    level: number,
    snippet: string,
  ) => ({
    ...{ participantId: newId(), programmeId, startedAt, language: tag },
    scores: [{ dimension, level, snippet }],
  });
  await scene.keep(companyId, [
    said(language, '2026-01-10T10:00:00Z', 'en', 'confidence', 0.9, 'I rang the office myself'),
    said(language, '2026-02-10T10:00:00Z', 'no', 'confidence', 0.2, 'Jeg tør ikke ringe kontoret'),
    said(language, '2026-02-11T10:00:00Z', 'no', 'belonging', 0.8, 'Jeg har fått 100 % nye venner'),
    said(mentorship, '2026-03-10T10:00:00Z', 'en', 'confidence', 0.8, 'I led the meeting'),
  ]);
});
afterAll(() => scene.close());

async function explore(filter: object, viewer = scene.viewer(companyId, 'ANALYST')) {
  const { evidence, evidenceFacets } = await scene.ask(
    viewer,
    `query ($filter: EvidenceFilter) { evidence(filter: $filter) { totalCount nodes { snippet } }
      evidenceFacets(filter: $filter) { dimensions { value count } directions { value count } languages { value count }
        programmes { programme { id } count } } }`,
    { filter },
  );
  const counted = (rows: { value: string; count: number }[]) =>
    Object.fromEntries(rows.map(({ value, count }) => [value, count]));
  return {
    total: evidence.totalCount,
    snippets: evidence.nodes.map(({ snippet }: { snippet: string }) => snippet),
    dimensions: counted(evidenceFacets.dimensions),
    directions: counted(evidenceFacets.directions),
    languages: counted(evidenceFacets.languages),
    programmes: evidenceFacets.programmes.map(({ programme, count }: { programme: { id: string }; count: number }) => [
      programme.id,
      count,
    ]),
  };
}

test('everything is counted by dimension, direction, language and programme', async () => {
  expect(await explore({})).toMatchObject({
    total: 4,
    dimensions: { CONFIDENCE: 3, BELONGING: 1 },
    directions: { GAIN: 3, SETBACK: 1 },
    languages: { en: 2, no: 2 },
    programmes: [
      [language, 3],
      [mentorship, 1],
    ],
  });
});

test('a choice narrows the list and the other facets, and its own facet shows what another choice would leave', async () => {
  const found = await explore({ dimension: 'CONFIDENCE', language: 'en' });
  expect(found.snippets).toEqual(['I led the meeting', 'I rang the office myself']);
  expect(found.dimensions).toEqual({ CONFIDENCE: 2 });
  expect(found.languages).toEqual({ en: 2, no: 1 });
  expect(found.directions).toEqual({ GAIN: 2 });
});

test('a programme holds the evidence of its sessions; one of somebody else, or none, holds nothing', async () => {
  expect((await explore({ programmeId: mentorship })).snippets).toEqual(['I led the meeting']);
  for (const programmeId of [newId(), 'no-id']) expect((await explore({ programmeId })).total).toBe(0);
});

test('words are found in any case, and signs of a pattern are only themselves', async () => {
  expect((await explore({ search: 'RINGE' })).snippets).toEqual(['Jeg tør ikke ringe kontoret']);
  expect((await explore({ search: '100 %' })).total).toBe(1);
  expect((await explore({ search: '%' })).total).toBe(1);
  expect((await explore({ search: '_' })).total).toBe(0);
  expect((await explore({ search: 'office', from: '2026-02' })).total).toBe(0);
});

test('another company counts nothing of it', async () => {
  const other = scene.viewer(await scene.platform.addCompany('Other'));
  expect(await explore({ programmeId: language }, other)).toMatchObject({ total: 0, programmes: [], dimensions: {} });
});
