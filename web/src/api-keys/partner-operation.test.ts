import { expect, test } from 'vitest';
import { curlFor, partnerOperation } from './partner-operation.ts';

const operation = {
  id: 'ab12',
  name: 'PartnerMonthlyMetrics',
  body: 'query PartnerMonthlyMetrics($from: Month, $to: Month) { x }',
};

test('the operation is found by its name', () => {
  expect(partnerOperation({ operations: [operation] }, 'PartnerMonthlyMetrics')).toBe(operation);
  expect(partnerOperation({ operations: [] }, 'PartnerMonthlyMetrics')).toBeNull();
  expect(partnerOperation(undefined, 'PartnerMonthlyMetrics')).toBeNull();
});

test('the call names the document by its hash and fills in the months', () => {
  expect(curlFor(operation, 'https://csr.example')).toBe(
    [
      'curl https://csr.example/graphql \\',
      "  -H 'authorization: Bearer teei_…' \\",
      "  -H 'content-type: application/json' \\",
      `  -d '{"documentId":"sha256:ab12","variables":{"from":"2026-01","to":"2026-12"}}'`,
    ].join('\n'),
  );
});
