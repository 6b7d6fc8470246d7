import type { IconName } from '../controls/icon.tsx';
import type { Beginning } from './use-begun.ts';

/** Pages that the navigation does not name: they lie under one that it does. */
export const deeperPages = [
  { to: '/impact/evidence', icon: 'review', title: 'evidence.title', under: 'impact.title', scope: 'metrics:read' },
  { to: '/impact/trends', icon: 'chart', title: 'trends.title', under: 'impact.title', scope: 'metrics:read' },
  {
    to: '/impact/social-return',
    icon: 'chart',
    title: 'socialReturn.title',
    under: 'impact.title',
    scope: 'metrics:read',
  },
  { to: '/models', icon: 'graph', title: 'models.title', under: 'impact.title', scope: 'metrics:read' },
  { to: '/models/cost', icon: 'graph', title: 'modelCost.title', under: 'models.title', scope: 'models:evaluate' },
  {
    to: '/administration/audit',
    icon: 'review',
    title: 'audit.title',
    under: 'administration.title',
    scope: 'audit:read',
  },
  {
    to: '/administration/theme',
    icon: 'theme',
    title: 'companyTheme.title',
    under: 'administration.title',
    scope: 'company:write',
  },
  {
    to: '/administration/features',
    icon: 'check',
    title: 'features.title',
    under: 'administration.title',
    scope: 'company:write',
  },
  {
    to: '/administration/words',
    icon: 'file',
    title: 'wordRetention.title',
    under: 'administration.title',
    scope: 'company:write',
  },
  {
    to: '/administration/operations',
    icon: 'graph',
    title: 'operations.title',
    under: 'administration.title',
    scope: 'keys:read',
  },
  { to: '/boardroom', icon: 'out', title: 'boardroom.title', under: 'dashboard.title', scope: 'metrics:read' },
  { to: '/design', icon: 'theme', title: 'design.title', under: null, scope: null },
  { to: '/account', icon: 'account', title: 'account.title', under: null, scope: null },
] as const satisfies readonly (Place & { readonly under: string | null })[];

/** What can be begun from anywhere: the page is opened with what it begins. */
export const actionsOnPages = [
  { to: '/hours', icon: 'hours', title: 'hours.log', begin: 'logging', scope: 'hours:write' },
  { to: '/imports', icon: 'imports', title: 'commands.import', begin: null, scope: 'imports:write' },
  { to: '/members', icon: 'account', title: 'members.invite', begin: 'inviting', scope: 'members:write' },
  { to: '/api-keys', icon: 'keys', title: 'keys.create', begin: 'creating', scope: 'keys:write' },
  { to: '/journey/new', icon: 'journey', title: 'journey.newRule', begin: null, scope: 'journeys:write' },
] as const satisfies readonly (Place & { readonly begin: Beginning | null })[];

interface Place {
  readonly to: string;
  readonly icon: IconName;
  readonly title: string;
  readonly scope: string | null;
}
