import { expect, test } from 'vitest';
import { readablePayload } from './readable-payload.ts';

test('JSON is laid out, and anything else is shown as it came', () => {
  expect(readablePayload('{"a":{"b":1}}')).toBe('{\n  "a": {\n    "b": 1\n  }\n}');
  expect(readablePayload('{"a":')).toBe('{"a":');
});
