import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { examples } from './examples.ts';
import { firstQuery } from './first-query.ts';

const schema = buildSchema(
  readFileSync(join(import.meta.dirname, '../../../router/generated/api-schema.graphql'), 'utf8'),
);

test.each([{ name: 'first', text: firstQuery }, ...examples])(
  'the example $name is a question that the graph can answer',
  ({ text }) => {
    expect(validate(schema, parse(text))).toEqual([]);
  },
);
