import { expect, test } from 'vitest';
import { personFinder } from './names-person.ts';

const names = personFinder({ addresses: ['Oksana@Example.org'], externalIds: ['P-88', '12'] });

test.each([
  ['{"data":{"participant":{"email":" oksana@example.ORG "}}}'],
  ['{"data":{"note":"write to oksana@example.org, please"}}'],
  ['{"data":{"email":"oksana\\u0040example.org"}}'],
  ['{"people":[{"x":1},["oksana@example.org"]]}'],
  ['{"by":{"oksana@example.org":4}}'],
  ['{"data":{"mentee":{"id":"p-88"}}}'],
  ['{"data":{"participant_id":12}}'],
  ['{"data":{"participantId":"12"}}'],
])('%s names her', (body) => expect(names(body)).toBe(true));

test.each([
  ['{"data":{"participant":{"email":"oksan@example.org"}}}'],
  ['{"data":{"duration":12,"city":"P-88"}}'],
  ['{"data":{"mentee":{"id":"P-881"}}}'],
  ['not JSON'],
])('%s does not', (body) => expect(names(body)).toBe(false));

test('without a name nobody is named', () =>
  expect(personFinder({ addresses: ['', ' '], externalIds: [''] })('{"id":"","email":""}')).toBe(false));
