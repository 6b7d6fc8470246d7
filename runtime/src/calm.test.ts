import { expect, test } from 'vitest';
import { createPace } from './calm.ts';

test('work rests in proportion to what it cost, within its bounds', () => {
  const pace = createPace({ least: 50, most: 700 });
  expect(pace.rest()).toBe(50);
  const rests = [5, 40, 900].map((milliseconds) => {
    pace.took(milliseconds);
    return pace.rest();
  });
  expect(rests).toEqual([50, 80, 700]);
});
