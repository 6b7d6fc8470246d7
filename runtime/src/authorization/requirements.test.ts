import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { anonymous, serviceViewer } from '../viewer.ts';
import { allowed, permissionSignature } from './allowed.ts';
import { unknownSecurityFeaturesOf } from './directives.ts';
import { requirementsOf } from './requirements.ts';
import { shieldRulesOf } from './shield-rules.ts';

const link = (more: string): string =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${more}])`;
const sdl = `
  ${link('"@authenticated", "@requiresScopes"')}
  type Query { open: Int, me: Person, people: [Person!] @requiresScopes(scopes: [["people:read", "self:read"], ["members:read"]]) }
  type Person implements Node @authenticated { id: ID!, mail: String @requiresScopes(scopes: [["people:read"]]) }
  type Note implements Node { id: ID! }
  interface Node { id: ID! }
`;
const requirements = requirementsOf(parse(sdl));
const reader = serviceViewer('test', 'c1', 'people:read', 'self:read');
const nobody = serviceViewer('test', 'c1');

test('a field needs what its parent, itself and its return type need', () => {
  expect(requirements.ofSelection('Query', 'open')).toEqual({ authenticated: false, scopes: [] });
  expect(requirements.ofSelection('Query', 'me').authenticated).toBe(true);
  expect(requirements.ofSelection('Person', 'mail')).toEqual({ authenticated: true, scopes: [[['people:read']]] });
  expect(requirements.ofSelection('Person', 'id').authenticated).toBe(true);
});

test('a field of an interface needs what every implementation needs', () => {
  expect(requirements.ofSelection('Node', 'id').authenticated).toBe(true);
  expect(requirements.ofSelection('Note', 'id').authenticated).toBe(false);
});

test('scopes are alternatives of sets', () => {
  const people = requirements.ofSelection('Query', 'people');
  expect(allowed(people, reader)).toBe(true);
  expect(allowed(people, serviceViewer('test', 'c1', 'members:read'))).toBe(true);
  expect(allowed(people, serviceViewer('test', 'c1', 'people:read'))).toBe(false);
  expect(allowed(people, anonymous)).toBe(false);
});

test('being signed in is enough where no scope is needed', () => {
  expect(allowed(requirements.ofSelection('Query', 'me'), nobody)).toBe(true);
  expect(allowed(requirements.ofSelection('Query', 'me'), anonymous)).toBe(false);
});

test('directives are found under the names that @link gives them', () => {
  const renamed = requirementsOf(
    parse(`${link('{ name: "@authenticated", as: "@signedIn" }')} type Query { a: Int @signedIn }`),
  );
  expect(renamed.ofField('Query', 'a').authenticated).toBe(true);
  const prefixed = requirementsOf(
    parse(`${link('')} type Query { a: Int @federation__requiresScopes(scopes: [["x"]]) }`),
  );
  expect(prefixed.ofField('Query', 'a').scopes).toEqual([[['x']]]);
});

test('scopes are coerced to lists as GraphQL does', () => {
  const coerced = requirementsOf(
    parse(`${link('"@requiresScopes"')} type Query { a: Int @requiresScopes(scopes: ["x", "y"]) }`),
  );
  expect(coerced.ofField('Query', 'a').scopes).toEqual([[['x'], ['y']]]);
});

test('an empty list of alternatives lets nobody in', () => {
  const closed = requirementsOf(
    parse(`${link('"@requiresScopes"')} type Query { a: Int @requiresScopes(scopes: []) }`),
  );
  expect(allowed(closed.ofField('Query', 'a'), reader)).toBe(false);
});

test('a security feature that is not evaluated is named', () => {
  const policy =
    'schema @link(url: "https://specs.apollo.dev/policy/v0.1", for: SECURITY) { query: Query } type Query { a: Int }';
  expect(unknownSecurityFeaturesOf(parse(policy))).toEqual(['https://specs.apollo.dev/policy/v0.1']);
});

test('the signature is the same for the same rights in another order', () => {
  expect(permissionSignature(reader)).toBe(
    permissionSignature(serviceViewer('other', 'c2', 'self:read', 'people:read')),
  );
  expect(permissionSignature(nobody)).not.toBe(permissionSignature(anonymous));
});

test('shield rules exist for exactly the fields that need something', () => {
  const rules = shieldRulesOf(requirements);
  expect(Object.keys(rules.Query ?? {})).toEqual(['me', 'people']);
  expect(Object.keys(rules.Person ?? {})).toEqual(['id', 'mail']);
  expect(rules.Note).toBeUndefined();
});
