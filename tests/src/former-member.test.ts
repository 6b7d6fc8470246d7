import { newId } from '@teei/runtime/id';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Caller } from './caller.ts';
import { type Company, startTestStack, type TestStack } from './with-stack.ts';

/** What a member wrote stays when they leave; who they were goes with them. */
let platform: TestStack;
let company: Company;
let admin: Caller;
let author: string;

beforeAll(async () => {
  platform = await startTestStack();
  company = await platform.addCompany('Former');
  admin = await platform.administrator(company);
  author = await platform.addMember(company, 'author@former.example', 'ANALYST');
  for (const [title, authorId] of [
    ['Without an author', null],
    ['With an author', author],
  ]) {
    await platform.sql.query(
      `INSERT INTO reports.report (id, company_id, title, status, locale, from_month, to_month, author_id)
        VALUES ($1, $2, $3, 'DRAFT', 'no', '2026-01-01', '2026-03-01', $4)`,
      [newId(), company.id, title, authorId],
    );
  }
});

afterAll(() => platform?.close());

const query = '{ reports { nodes { title author { id name role } } } }';

test('a report without an author, and one of an author who was removed, have none; nothing else is lost', async () => {
  expect(await admin.ask(query)).toMatchObject({
    data: { reports: { nodes: [{ author: { id: author, name: 'author@former.example' } }, { author: null }] } },
  });
  const removed = await admin.get<{ removeMember: object }>(
    'mutation ($memberId: ID!) { removeMember(input: { memberId: $memberId }) { ... on MemberRemoved { memberId } } }',
    { memberId: author },
  );
  expect(removed.removeMember).toEqual({ memberId: author });
  expect(await admin.ask(query)).toEqual({
    data: {
      reports: {
        nodes: [
          { title: 'With an author', author: null },
          { title: 'Without an author', author: null },
        ],
      },
    },
  });
});
