import { buildSubgraphSchema } from '@apollo/subgraph';
import type { Viewer } from '@teei/runtime/viewer';
import { GraphQLError, type GraphQLSchema, parse } from 'graphql';
import { compose } from '../src/compose/compose.ts';

/** Two small subgraphs with everything the router has to deal with: entities, unions, interfaces, rights, events. */
export function fixtureSchemas(feed: EventFeed): Record<FixtureName, GraphQLSchema> {
  return {
    people: buildSubgraphSchema([{ typeDefs: parse(peopleSdl), resolvers: peopleResolvers }]),
    sessions: buildSubgraphSchema([{ typeDefs: parse(sessionsSdl), resolvers: sessionsResolvers(feed) }]),
  };
}

export type FixtureName = 'people' | 'sessions';

export function fixtureSupergraph(urls: Record<FixtureName, string> = inMemoryUrls, more = ''): string {
  return compose([
    { name: 'people', url: urls.people, sdl: peopleSdl },
    { name: 'sessions', url: urls.sessions, sdl: sessionsSdl + more },
  ]).supergraphSdl;
}

const inMemoryUrls = { people: 'http://people/graphql', sessions: 'http://sessions/graphql' };

export interface FixtureContext {
  readonly viewer: Viewer;
}

/** What the sessions subgraph announces: a test publishes, every subscription gets its own copy in order. */
export class EventFeed {
  readonly #listeners = new Set<(id: string) => void>();

  get listeners(): number {
    return this.#listeners.size;
  }

  publish(sessionId: string): void {
    for (const listener of this.#listeners) listener(sessionId);
  }

  listen(): AsyncIterableIterator<string> {
    const waiting: string[] = [];
    let wake: ((result: IteratorResult<string>) => void) | undefined;
    const listener = (id: string): void => {
      if (wake) wake({ done: false, value: id });
      else waiting.push(id);
      wake = undefined;
    };
    this.#listeners.add(listener);
    return {
      next: () =>
        waiting.length > 0
          ? Promise.resolve({ done: false, value: waiting.shift() ?? '' })
          : new Promise((resolve) => {
              wake = resolve;
            }),
      return: async () => {
        this.#listeners.delete(listener);
        wake?.({ done: true, value: undefined });
        return { done: true, value: undefined };
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }
}

const link = `
  extend schema @link(
    url: "https://specs.apollo.dev/federation/v2.9"
    import: ["@key", "@shareable", "@authenticated", "@requiresScopes", "@inaccessible", "@listSize", "@external", "@requires"]
  )
`;

const peopleSdl = `${link}
  interface Named { id: ID! name: String! }
  type Person implements Named @key(fields: "id") {
    id: ID!
    name: String!
    mail: String @requiresScopes(scopes: [["people:read"]])
    birthday: String! @requiresScopes(scopes: [["people:read"]])
    friends: [Person!]!
    level: Level!
  }
  type Robot implements Named @authenticated { id: ID! name: String! serial: Int! }
  type Note { text: String! }
  union Hit = Person | Robot | Note
  enum Level { LOW HIGH HIDDEN @inaccessible }
  type Query {
    person(id: ID!): Person
    people(first: Int = 3): [Person!]! @listSize(slicingArguments: ["first"])
    me: Person @authenticated
    search(text: String!): [Hit!]!
    named: [Named!]!
    audit: String! @requiresScopes(scopes: [["audit:read"], ["keys:read", "members:read"]])
    broken: String
    crash: String
    brokenPromise: Person
    viewerKind: String!
    slow(milliseconds: Int!): String
  }
  type Mutation {
    rename(id: ID!, name: String!): Person @requiresScopes(scopes: [["members:write"]])
    touch: Int!
  }
`;

const sessionsSdl = `${link}
  type Person @key(fields: "id") {
    id: ID!
    name: String! @external
    sessions: [Session!]!
    greeting: String @requires(fields: "name")
    lost: String
  }
  type Session @key(fields: "id") { id: ID! title: String! person: Person! minutes: Int @requiresScopes(scopes: [["programmes:read"]]) }
  type Query {
    sessions: [Session!]!
    echo(value: String, flag: Boolean): String
    former: Person
    formers: [Person]!
    promisedFormer: Person!
  }
  type Subscription {
    sessionAdded: Session @requiresScopes(scopes: [["programmes:read"]])
    refusing: Int
  }
`;

const people = ['Ada', 'Bo', 'Cy', 'Di'].map((name, index) => ({
  __typename: 'Person',
  id: `p${index + 1}`,
  name,
  mail: `${name.toLowerCase()}@example.org`,
  birthday: `200${index}-01-01`,
  level: index === 3 ? 'HIDDEN' : 'LOW',
  friends: () => people.slice(0, 2),
}));
type PersonRow = { id: string; name: string };
const robot = { __typename: 'Robot', id: 'r1', name: 'Robbie', serial: 7 };
let touches = 0;

const typeOf = { __resolveType: (value: { __typename: string }) => value.__typename };

const peopleResolvers = {
  Named: typeOf,
  Hit: typeOf,
  Person: { __resolveReference: ({ id }: { id: string }) => people.find((person) => person.id === id) },
  Query: {
    person: (_: unknown, { id }: { id: string }) => people.find((person) => person.id === id),
    people: (_: unknown, { first }: { first: number }) => people.slice(0, first),
    me: () => people[0],
    search: () => [people[0], robot, { __typename: 'Note', text: 'hello' }],
    named: () => [people[0], robot],
    audit: () => 'audited',
    broken: () => {
      throw new GraphQLError('This is known', { extensions: { code: 'KNOWN' } });
    },
    crash: () => {
      throw new Error('connect ECONNREFUSED postgres://secret@db');
    },
    brokenPromise: () => ({ ...people[0], name: null }),
    viewerKind: (_: unknown, __: unknown, { viewer }: FixtureContext) => viewer.kind,
    slow: async (_: unknown, { milliseconds }: { milliseconds: number }) => {
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      return 'done';
    },
  },
  Mutation: {
    rename: (_: unknown, { id, name }: PersonRow) => ({ ...people.find((person) => person.id === id), name }),
    touch: () => ++touches,
  },
};

const sessions = [1, 2, 3].map((number) => ({
  id: `s${number}`,
  title: `Session ${number}`,
  minutes: 45,
  // Two sessions of one person: the router asks for that person once.
  person: { __typename: 'Person', id: number === 3 ? 'p2' : 'p1' },
}));

/** The people subgraph does not know them any more. */
const somebodyWhoLeft = { __typename: 'Person', id: 'p99' };

const sessionsResolvers = (feed: EventFeed) => ({
  Person: {
    __resolveReference: (reference: unknown) => reference,
    sessions: ({ id }: { id: string }) => sessions.filter((session) => session.person.id === id),
    greeting: ({ name }: { name: string }) => `Hello ${name}`,
    lost: () => {
      throw new GraphQLError('It is lost', { extensions: { code: 'LOST' } });
    },
  },
  Session: { __resolveReference: ({ id }: { id: string }) => sessions.find((session) => session.id === id) },
  Query: {
    sessions: () => sessions,
    echo: (_: unknown, { value }: { value: string }) => value,
    former: () => somebodyWhoLeft,
    formers: () => [somebodyWhoLeft, sessions[0]?.person],
    promisedFormer: () => somebodyWhoLeft,
  },
  Subscription: {
    sessionAdded: {
      subscribe: () => feed.listen(),
      resolve: (id: string) => sessions.find((session) => session.id === id),
    },
    refusing: {
      subscribe: () => {
        throw new GraphQLError('Not today', { extensions: { code: 'NOT_TODAY' } });
      },
    },
  },
});
