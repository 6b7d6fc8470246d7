import { type FieldPolicy, InMemoryCache, type Reference } from '@apollo/client';

/** One entity, one place: a metric that a subscription brings changes every tile and drawer that shows it. */
export function makeCache(): InMemoryCache {
  return new InMemoryCache({
    typePolicies: {
      Query: {
        fields: {
          imports: pages(),
          apiKeys: pages(),
          participants: pages(['filter']),
          volunteerActivities: pages(['filter']),
          auditLog: pages(['filter']),
          modelCalls: pages(['filter']),
          webhookEndpoints: pages(),
          webhookDeliveries: pages(['filter']),
          import: known('Import'),
          evidence: pages(['filter']),
          metric: known('Metric'),
        },
      },
      Metric: { fields: { lineage: { merge: true } } },
      Lineage: { fields: { evidence: pages(), sessions: pages() } },
      Import: { fields: { errors: pages() } },
      Participant: { fields: { sessions: pages() } },
    },
  });
}

interface Page {
  readonly nodes: readonly unknown[];
}

/** A connection that grows by `after`; asked anew without one, it starts again. Other filters are other lists. */
function pages(keyArgs: string[] | false = false): FieldPolicy<Page, Page> {
  return {
    keyArgs,
    merge: (existing, incoming, { args }) => {
      if (existing === undefined || args?.after === undefined || args.after === null) return incoming;
      return { ...incoming, nodes: [...existing.nodes, ...incoming.nodes] };
    },
  };
}

/** `import(id)` finds what a mutation, a list or a subscription has brought already. */
function known(typename: string): FieldPolicy<Reference> {
  return {
    read: (existing, { args, toReference }) =>
      existing ?? (args === null ? undefined : toReference({ __typename: typename, id: args.id as string })),
  };
}
