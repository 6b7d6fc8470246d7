import { buildSchema, Kind, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { completeResponse } from './complete.ts';
import { Shape } from './shape.ts';
import type { Data } from './subgraph-data.ts';
import { writeResponse } from './write-response.ts';

const api = buildSchema(`
  scalar Any
  enum Level { LOW HIGH }
  union Hit = Person | Note
  type Person { id: ID! name: String age: Int! share: Float isNew: Boolean any: Any level: Level friends: [Person!] grid: [[Int]!] }
  type Note { text: String! }
  type Query { me: Person people: [Person]! hit: Hit constructor: String }
`);

/** What the careful way makes of it, with the problems that it found. */
function completed(data: Data, query: string): { readonly json: string; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const listener = {
    introspect: () => null,
    isUnknown: () => false,
    onProblem: (message: string) => void problems.push(message),
  };
  return { json: JSON.stringify(completeResponse(data, shapeOf(query), listener)), problems };
}

function shapeOf(query: string): Shape {
  const [definition] = parse(query).definitions;
  const root = api.getQueryType();
  if (definition?.kind !== Kind.OPERATION_DEFINITION || !root) throw new Error('no query');
  const layers = [{ set: definition.selectionSet, refused: false }];
  return new Shape(layers, root, { api, fragments: new Map(), removed: new Set(), variables: {} });
}

const everything =
  '{ t: __typename me { id name age share isNew any level friends { id } grid } people { name __typename } hit { ... on Person { id } ... on Note { text } } }';
const person = { id: 'p', name: 'Å "quoted" \\ \n 😀', age: 3, share: 0.1, isNew: false, any: { deep: [1, null] } };

describe('what is written is what completion makes', () => {
  test.each<[string, Data]>([
    ['of values of every type', { me: { ...person, level: 'LOW', friends: [], grid: [[1, null], []] }, people: [] }],
    ['of nulls where they may be', { me: null, people: [null, { name: null }], hit: null }],
    ['of members of a union', { people: [], hit: { __typename: 'Note', text: 'n' } }],
    ['of what was never fetched', { people: [] }],
    ['of numbers that JSON writes otherwise', { people: [], me: { ...person, id: 7, age: -0, share: 1e21 } }],
    ['of halves of characters', { people: [], me: { ...person, name: '\ud800 \udc00', any: '\u2028' } }],
    ['of more than was asked for', { people: [{ name: 'n', secret: 'not for clients' }] }],
  ])('%s', (_, data) => {
    const { json, problems } = completed(data, everything);
    expect(problems).toEqual([]);
    expect(writeResponse(data, shapeOf(everything))).toBe(json);
  });

  test('of keys that every object inherits', () => {
    const query = '{ constructor toString: constructor }';
    expect(writeResponse({ constructor: 'c' }, shapeOf(query))).toBe('{"constructor":"c","toString":null}');
    expect(completed({ constructor: 'c' }, query).json).toBe('{"constructor":"c","toString":null}');
  });

  test('of nothing', () => {
    expect(writeResponse({}, shapeOf('{ me @skip(if: true) { id } }'))).toBe('{}');
  });
});

describe('it gives up, and leaves it to completion to say what is wrong', () => {
  test.each<[string, Data]>([
    ['at a null that must be carried up', { people: [], me: { ...person, age: null } }],
    ['at a missing list', {}],
    ['at a null in a list that has none', { people: [], me: { ...person, friends: [null] } }],
    ['at an enum value that clients do not know', { people: [], me: { ...person, level: 'HIDDEN' } }],
    ['at a value of another type', { people: [], me: { ...person, name: 5 } }],
    ['at an object where a list should be', { people: {} }],
    ['at a list where an object should be', { people: [], me: [] }],
    ['at a type that clients do not know', { people: [], hit: { __typename: 'Robot' } }],
  ])('%s', (_, data) => {
    expect(writeResponse(data, shapeOf(everything))).toBeUndefined();
    expect(completed(data, everything).problems).not.toEqual([]);
  });

  test('at introspection, which it does not answer', () => {
    expect(writeResponse({}, shapeOf('{ __schema { queryType { name } } }'))).toBeUndefined();
  });
});
