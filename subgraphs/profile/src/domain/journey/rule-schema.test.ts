import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ruleSchema } from './rule-schema.ts';

test('the published schema is what rules are checked with; `npm run journey:schema` writes it', () => {
  const file = join(import.meta.dirname, '../../../journey-rules/journey-rule.schema.json');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(ruleSchema());
});

test('an editor is told that a condition and an action are one of several', () => {
  const { $defs, properties } = ruleSchema() as { $defs: Record<string, object>; properties: Record<string, object> };
  expect($defs.condition).toMatchObject({ minProperties: 1, maxProperties: 1, additionalProperties: false });
  expect(properties.do).toMatchObject({ items: { minProperties: 1, maxProperties: 1, additionalProperties: false } });
});
