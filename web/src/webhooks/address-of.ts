import type { EndpointRowFragment } from '../generated/graphql.ts';

/** What the sender is given: the page's own origin is where the platform is reached. */
export function addressOf({ path }: Pick<EndpointRowFragment, 'path'>): string {
  return `${location.origin}${path}`;
}
