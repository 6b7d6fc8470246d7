import { newId } from '@teei/runtime/id';
import type { Viewer } from '@teei/runtime/viewer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OutcomesScene, startOutcomesScene } from '../../testing/outcomes-scene.ts';

let scene: OutcomesScene;
let companyId: string;
let reviewers: Viewer[];

beforeAll(async () => {
  scene = await startOutcomesScene();
  companyId = await scene.platform.addCompany('Reviewed');
  reviewers = Array.from({ length: 3 }, () => scene.viewer(companyId, 'REVIEWER'));
  await scene.keep(
    companyId,
    Array.from({ length: 300 }, (_, at) => ({
      participantId: newId(),
      startedAt: '2026-01-10T10:00:00Z',
      // Every third one is sure, and its parts differ; the others are unsure and their parts agree.
      scores: [{ dimension: 'belonging', level: 0.95, confidence: at % 3 ? 0.6 : 0.95, dissent: at % 3 ? 0.1 : 0.7 }],
    })),
  );
});
afterAll(() => scene.close());

async function queueOf(viewer: Viewer, first = 100): Promise<{ id: string; reason: string }[]> {
  const { scoresToReview } = await scene.ask(
    viewer,
    `{ scoresToReview(first: ${first}) { nodes { reason score { id } } } }`,
  );
  return scoresToReview.nodes.map(({ reason, score }: { reason: string; score: { id: string } }) => ({
    ...{ reason, id: score.id },
  }));
}

async function waiting(viewer: Viewer): Promise<number> {
  return (await scene.ask(viewer, '{ scoresToReview { totalCount } }')).scoresToReview.totalCount;
}

async function review(viewer: Viewer, scoreId: string, label: string, seconds?: number): Promise<void> {
  const { done } = await scene.ask(
    viewer,
    `mutation ($input: ReviewOutcomeScoreInput!) { done: reviewOutcomeScore(input: $input) { __typename } }`,
    { input: { scoreId, label, seconds } },
  );
  expect(done.__typename).toBe('OutcomeScoreReviewed');
}

function counted(rows: readonly { readonly reason: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { reason } of rows) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

const measuresOf = async (viewer: Viewer) => {
  const fields = 'reviews days perDay medianSeconds doubleReviewed rework agreement alpha kappaWithModel';
  const { scoreReviewMeasures } = await scene.ask(
    viewer,
    `{ scoreReviewMeasures { own { ${fields} } everybody { ${fields} } } }`,
  );
  return scoreReviewMeasures;
};

test('the queue mixes what the model was unsure of, what its parts differ on, and what was drawn by lot', async () => {
  const [first] = reviewers as [Viewer];
  expect(counted(await queueOf(first, 8))).toEqual({ UNCERTAIN: 5, DISAGREEMENT: 2, RANDOM: 1 });
  expect(counted(await queueOf(first, 80))).toEqual({ UNCERTAIN: 50, DISAGREEMENT: 20, RANDOM: 10 });
  expect(await waiting(first)).toBe(300);
});

test('pages go on behind one another and hold every score once', async () => {
  const [first] = reviewers as [Viewer];
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { scoresToReview }: { scoresToReview: Page } = await scene.ask(
      first,
      'query ($after: String) { scoresToReview(first: 70, after: $after) { nodes { score { id } } pageInfo { endCursor hasNextPage } } }',
      { after },
    );
    seen.push(...scoresToReview.nodes.map(({ score }) => score.id));
    after = scoresToReview.pageInfo.hasNextPage ? scoresToReview.pageInfo.endCursor : null;
  } while (after !== null);
  expect(new Set(seen).size).toBe(300);
  expect(seen).toHaveLength(300);
});

interface Page {
  readonly nodes: readonly { readonly score: { readonly id: string } }[];
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
}

test('one in five comes to a second person, never to the same one, and where two differ a third one is asked', async () => {
  const [one, two, three] = reviewers as [Viewer, Viewer, Viewer];
  for (const { id } of await queueOf(one)) await review(one, id, 'GAIN', 4);
  expect(await waiting(one)).toBe(200);
  const doubles = (await queueOf(two)).filter(({ reason }) => reason === 'SECOND_REVIEW');
  expect(doubles.length).toBeGreaterThan(5);
  expect(doubles.length).toBeLessThan(40);
  // A page shows some of them; the others wait behind.
  expect(await waiting(two)).toBeGreaterThanOrEqual(200 + doubles.length);
  expect(await waiting(two)).toBeLessThan(240);
  for (const [at, { id }] of doubles.entries()) await review(two, id, at === 0 ? 'SETBACK' : 'GAIN', 8);
  const disputed = (await queueOf(three)).filter(({ reason }) => reason === 'DISPUTED');
  expect(disputed).toEqual([{ id: doubles[0]?.id, reason: 'DISPUTED' }]);
  expect((await queueOf(two)).map(({ reason }) => reason)).not.toContain('DISPUTED');
});

test('the golden set holds what people settled on, and what they dispute only once it is decided', async () => {
  const [, , three] = reviewers as [Viewer, Viewer, Viewer];
  const golden = async () =>
    (
      await scene.ask(
        three,
        '{ goldenSet(first: 100) { totalCount nodes { id label scored reviewers language snippet } } }',
      )
    ).goldenSet;
  const [disputed] = (await queueOf(three)).filter(({ reason }) => reason === 'DISPUTED');
  const before = await golden();
  expect(before.totalCount).toBe(99);
  expect(before.nodes).toHaveLength(99);
  await review(three, disputed?.id ?? '', 'SETBACK');
  const after = await golden();
  expect(after.totalCount).toBe(100);
  expect(after.nodes[0]).toEqual({
    ...{ id: disputed?.id, label: 'SETBACK', scored: 'GAIN', reviewers: 3 },
    ...{ language: 'en', snippet: 'says something of belonging' },
  });
  await scene.within(companyId, (tx) => tx.sql`DELETE FROM outcomes.outcome_score WHERE id = ${disputed?.id}`);
  expect((await golden()).nodes[0]).toMatchObject({
    id: disputed?.id,
    label: 'SETBACK',
    language: 'en',
    snippet: null,
  });
});

test('measures are one’s own and everybody’s', async () => {
  const [one, two] = reviewers as [Viewer, Viewer];
  const doubles = (await measuresOf(two)).own.reviews;
  const { own, everybody } = await measuresOf(one);
  expect(own).toMatchObject({
    reviews: 100,
    medianSeconds: 4,
    doubleReviewed: doubles,
    rework: 1 / 100,
    kappaWithModel: null,
  });
  expect(own.agreement).toBeCloseTo((doubles - 1) / (doubles + 1), 12);
  expect(everybody).toMatchObject({ reviews: 101 + doubles, medianSeconds: 4, doubleReviewed: doubles });
  expect(everybody.alpha).toBeGreaterThan(-1);
  expect(everybody.alpha).toBeLessThan(1);
  expect((await measuresOf(two)).own).toMatchObject({ medianSeconds: 8, rework: 1 / doubles });
});

test('another company has a queue, a golden set and measures of its own, which are empty', async () => {
  const other = scene.viewer(await scene.platform.addCompany('Another'), 'REVIEWER');
  expect(await waiting(other)).toBe(0);
  expect((await measuresOf(other)).everybody.reviews).toBe(0);
  expect((await scene.ask(other, '{ goldenSet { totalCount } }')).goldenSet.totalCount).toBe(0);
});

test('a time that cannot be is not kept, and the review is', async () => {
  const [, , three] = reviewers as [Viewer, Viewer, Viewer];
  for (const seconds of [-1, 4000]) {
    const [next] = await queueOf(three, 1);
    await review(three, next?.id ?? '', 'NONE', seconds);
  }
  expect((await measuresOf(three)).own).toMatchObject({ reviews: 3, medianSeconds: null });
});
