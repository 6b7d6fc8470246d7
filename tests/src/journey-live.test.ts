import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Caller } from './caller.ts';
import { follow, fromTheBeginning } from './follow.ts';
import { importFile } from './importing.ts';
import { until } from './until.ts';
import { type Company, startTestStack, type TestStack } from './with-stack.ts';

// Changes of journeys over graphql-transport-ws, as the cockpit hears of them.

let platform: TestStack;
let company: Company;
let admin: Caller;

beforeAll(async () => {
  platform = await startTestStack();
  company = await platform.addCompany('Journeys');
  admin = await platform.administrator(company);
}, 120_000);
afterAll(() => platform.close());

interface Change {
  readonly journeyChanged: { readonly cursor: string; readonly participant: { readonly email: string } };
}

const query = `subscription ($after: String, $id: ID) {
  journeyChanged(after: $after, participantId: $id) { cursor participant { id email } } }`;
const changesOf = (events: readonly Change[]) => events.map(({ journeyChanged }) => journeyChanged);
const emailsIn = (events: readonly Change[]) => changesOf(events).map(({ participant }) => participant.email);

/** Three language sessions at B1: whoever has them is ready to mentor. */
function threeSessions(who: string): string {
  const rows = [1, 2, 3].map((day) => `${who}-${day},language,${who}@example.org,2026-03-0${day}T10:00:00Z,60,B1`);
  return `session_id,session_type,participant_email,date,duration_min,language_level\n${rows.join('\n')}\n`;
}

test('changes come in order, go on behind a cursor without a double, and stay in their company', async () => {
  const stranger = await platform.administrator(await platform.addCompany('Strangers'));
  const [socket, foreign] = [admin.socket(), stranger.socket()];
  const followed = follow<Change>(socket, query, { after: fromTheBeginning });
  const foreignly = follow<Change>(foreign, query, { after: fromTheBeginning });
  await importFile(admin, threeSessions('olena'));
  await until('the first change', () => emailsIn(followed.events).includes('olena@example.org'));
  const cursor = changesOf(followed.events).at(-1)?.cursor;
  await socket.dispose();

  await importFile(admin, threeSessions('petro'));
  const again = admin.socket();
  const resumed = follow<Change>(again, query, { after: cursor });
  await until('the change that was missed', () => emailsIn(resumed.events).includes('petro@example.org'));
  expect(changesOf(resumed.events).map((each) => each.cursor)).not.toContain(cursor);
  await again.dispose();

  await importFile(stranger, threeSessions('theirs'));
  await until('their own change', () => emailsIn(foreignly.events).includes('theirs@example.org'));
  expect(new Set(emailsIn(foreignly.events))).toEqual(new Set(['theirs@example.org']));
  await foreign.dispose();
}, 120_000);

test("one participant's changes can be followed alone, and a role that may not read people follows nothing", async () => {
  const { participants } = await admin.get<{ participants: { nodes: { id: string; email: string }[] } }>(
    '{ participants(first: 10) { nodes { id email } } }',
  );
  const olena = participants.nodes.find(({ email }) => email === 'olena@example.org');
  const socket = admin.socket();
  const alone = follow<Change>(socket, query, { after: fromTheBeginning, id: olena?.id });
  await until('her changes', () => alone.events.length > 0);
  expect(new Set(emailsIn(alone.events))).toEqual(new Set(['olena@example.org']));
  await socket.dispose();

  await platform.addMember(company, `user@${company.id}.example`, 'COMPANY_USER');
  const closed = (await platform.signIn(`user@${company.id}.example`)).socket();
  const refused = follow<Change>(closed, query, { after: fromTheBeginning });
  expect(JSON.stringify(await refused.ended)).toContain('UNAUTHORIZED_FIELD_OR_TYPE');
  expect(refused.events).toEqual([]);
  await closed.dispose();
}, 60_000);
