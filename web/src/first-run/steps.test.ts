import { expect, test } from 'vitest';
import { stepsDone } from './steps.ts';

const nothing = {
  imports: { nodes: [] },
  members: { totalCount: 1 },
  invitations: { totalCount: 0 },
  sroiAccount: null,
  apiKeys: { totalCount: 0 },
  webhookEndpoints: { totalCount: 0 },
};
const done = (answer: object, hasNumbers = false) => [...stepsDone({ ...nothing, ...answer } as never, hasNumbers)];

test('a company of one member who did nothing has done nothing', () => {
  expect(done({})).toEqual([]);
});

test('a file that was only looked at, or taken back, was not brought', () => {
  const imports = (...statuses: string[]) => ({ imports: { nodes: statuses.map((status, id) => ({ id, status })) } });
  expect(done(imports('PLANNED', 'UNDONE', 'FAILED'))).toEqual([]);
  expect(done(imports('PLANNED', 'COMPLETED'))).toEqual(['file']);
});

test('a colleague is invited, or there already', () => {
  expect(done({ invitations: { totalCount: 1 } })).toEqual(['invite']);
  expect(done({ members: { totalCount: 2 } })).toEqual(['invite']);
});

test('either way in connects a system, and numbers count wherever they came from', () => {
  expect(done({ apiKeys: { totalCount: 1 }, sroiAccount: { revision: 1 } })).toEqual(['socialReturn', 'connect']);
  expect(done({ webhookEndpoints: { totalCount: 1 } }, true)).toEqual(['numbers', 'connect']);
});

test('what may not be read is not taken for done', () => {
  const unread = Object.fromEntries(Object.keys(nothing).map((field) => [field, null]));
  expect(done(unread)).toEqual([]);
});
