import { z } from 'zod';
import { journeyRule } from './rule.ts';

/** The form of rules as JSON Schema, for editors. It is what a person may write, so what has a default need not be there. */
export function ruleSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(journeyRule, { target: 'draft-2020-12', io: 'input' });
  return { ...schema, title: 'Journey rule' };
}
