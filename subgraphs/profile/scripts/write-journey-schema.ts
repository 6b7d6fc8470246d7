import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleSchema } from '../src/domain/journey/rule-schema.ts';

/** `npm run journey:schema`: writes the JSON Schema of journey rules that editors read. */
writeFileSync(
  join(import.meta.dirname, '../journey-rules/journey-rule.schema.json'),
  `${JSON.stringify(ruleSchema(), null, 2)}\n`,
);
