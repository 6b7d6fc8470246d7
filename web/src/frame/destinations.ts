import type { IconName } from '../controls/icon.tsx';

/** The pages of the navigation, in its order: where each is, what it takes to see it, and the key that leads there after `g`. */
export const destinations = [
  { to: '/', icon: 'dashboard', title: 'dashboard.title', scope: null, key: 'd' },
  { to: '/impact', icon: 'chart', title: 'impact.title', scope: 'metrics:read', key: 'i' },
  { to: '/people', icon: 'people', title: 'people.title', scope: 'people:read', key: 'p' },
  { to: '/review-items', icon: 'review', title: 'review.title', scope: 'people:read', key: 'r' },
  { to: '/hours', icon: 'hours', title: 'hours.title', scope: 'hours:write', key: 'h' },
  { to: '/safety', icon: 'attention', title: 'safety.title', scope: 'safety:read', key: 's' },
  { to: '/score-review', icon: 'check', title: 'scoreReview.title', scope: 'scores:review', key: 'o' },
  { to: '/imports', icon: 'imports', title: 'imports.title', scope: 'imports:read', key: 'm' },
  { to: '/journey', icon: 'journey', title: 'journey.title', scope: 'people:read', key: 'j' },
  { to: '/webhooks', icon: 'webhooks', title: 'webhooks.title', scope: 'webhooks:read', key: 'w' },
  { to: '/providers', icon: 'download', title: 'providers.title', scope: 'imports:read', key: 'l' },
  { to: '/members', icon: 'account', title: 'members.title', scope: 'members:read', key: 'e' },
  { to: '/api-keys', icon: 'keys', title: 'keys.title', scope: 'keys:read', key: 'k' },
  { to: '/administration', icon: 'company', title: 'administration.title', scope: 'audit:read', key: 'a' },
] as const satisfies readonly (Destination & { readonly icon: IconName })[];

export interface Destination {
  readonly to: string;
  readonly scope: string | null;
  readonly title: string;
  readonly key: string;
}

/** Those that whoever holds these scopes may open. */
export function openTo<Page extends { readonly scope: string | null }>(
  pages: readonly Page[],
  scopes: readonly string[],
): Page[] {
  return pages.filter(({ scope }) => scope === null || scopes.includes(scope));
}
