import { describe, expect, test } from 'vitest';
import { readBody, readEnvelope, senderCompanyIdIn } from './envelope.ts';

const received = new Date('2026-03-01T12:00:00.000Z');
const sentAt = new Date('2026-03-01T11:59:58.000Z');
const read = (body: object, messageId: string | null = null) =>
  readEnvelope(body as Record<string, unknown>, { messageId, at: sentAt, text: JSON.stringify(body) }, received);

describe('which delivery it is', () => {
  test('the signed message id names it, and the event id beside it names what happened', () => {
    expect(read({ event_id: 'evt_1', delivery_id: 'del_1' }, 'msg_1')).toMatchObject({
      deliveryId: 'msg_1',
      eventId: 'evt_1',
    });
    expect(read({ delivery_id: 'del_1' }, 'msg_1')).toMatchObject({ deliveryId: 'msg_1', eventId: 'del_1' });
    expect(read({}, 'msg_1')).toMatchObject({ deliveryId: 'msg_1', eventId: null });
  });

  test('without one the body does', () => {
    expect(read({ event_id: 'evt_1', delivery_id: 'del_1' })).toMatchObject({ deliveryId: 'del_1', eventId: 'evt_1' });
    expect(read({ event_id: 'evt_1' })).toMatchObject({ deliveryId: 'evt_1', eventId: 'evt_1' });
    expect(read({ specversion: '1.0', id: 'ce-1' })).toMatchObject({ deliveryId: 'ce-1', eventId: 'ce-1' });
  });

  test("a record's own id is not taken for the event's", () => {
    const [one, other] = [read({ id: 7, type: 'a' }), read({ id: 7, type: 'b' })];
    expect(one.eventId).toBeNull();
    expect(one.deliveryId).toMatch(/^sha256:/);
    expect(one.deliveryId).not.toBe(other.deliveryId);
    expect(read({ id: 7, type: 'a' }).deliveryId).toBe(one.deliveryId);
  });

  test.each([['x'.repeat(201)], ['a\0b'], ['a\nb'], [''], [{}], [null]])('%j is no id', (id) => {
    expect(read({ event_id: id }).deliveryId).toMatch(/^sha256:/);
  });
});

describe('when it happened', () => {
  test.each([
    [{ timestamp: 1705334400 }, '2024-01-15T16:00:00.000Z'],
    [{ timestamp: 1705334400123 }, '2024-01-15T16:00:00.123Z'],
    [{ timestamp: '1705334400' }, '2024-01-15T16:00:00.000Z'],
    [{ time: '2026-02-28T10:00:00+02:00' }, '2026-02-28T08:00:00.000Z'],
    [{ created_at: 'yesterday' }, sentAt.toISOString()],
    [{ timestamp: -5 }, sentAt.toISOString()],
    [{}, sentAt.toISOString()],
    // The sender's clock is ahead: it has not happened later than it came.
    [{ time: '2026-03-01T12:04:00Z' }, received.toISOString()],
  ])('%j is %s', (body, expected) => expect(read(body).occurredAt.toISOString()).toBe(expected));
});

test.each([
  [{ event_type: 'session.created' }, 'session.created', 1],
  [{ type: 'kintell.session.completed', dataversion: 2 }, 'kintell.session.completed', 2],
  [{ event: 'x', version: 'v3.1' }, 'x', 3],
  [{ version: 'latest' }, 'unknown', 1],
])('%j is of type %s in version %i', (body, type, version) => expect(read(body)).toMatchObject({ type, version }));

test.each([
  [{ company_id: 'C001' }, 'C001'],
  [{ data: { companyId: 'C002' } }, 'C002'],
  [{ data: { volunteer: { company_id: 'C003' } } }, 'C003'],
  [{ data: { mentor: { company_id: 'C004' } } }, 'C004'],
  [{ data: { company: { id: 'C005' } } }, 'C005'],
  [{ data: 'text' }, undefined],
])('%j names the company %s', (body, company) =>
  expect(senderCompanyIdIn(body as Record<string, unknown>)).toBe(company),
);

test.each(['', '[]', '"text"', 'null', '{"a":', '{"a":"\u0000"}'])('%j is no body', (text) =>
  expect(readBody(text)).toBeUndefined(),
);
