import type { IconName } from '../controls/icon.tsx';

/** What is administered and where, in the order of the hub. The words of each stand under its key. */
export const areas = [
  { key: 'members', to: '/members', icon: 'account', title: 'members.title', scope: 'members:read' },
  { key: 'keys', to: '/api-keys', icon: 'keys', title: 'keys.title', scope: 'keys:read' },
  {
    key: 'operations',
    to: '/administration/operations',
    icon: 'graph',
    title: 'operations.title',
    scope: 'keys:read',
  },
  { key: 'webhooks', to: '/webhooks', icon: 'webhooks', title: 'webhooks.title', scope: 'webhooks:read' },
  { key: 'providers', to: '/providers', icon: 'download', title: 'providers.title', scope: 'imports:read' },
  { key: 'cost', to: '/models/cost', icon: 'graph', title: 'modelCost.title', scope: 'models:evaluate' },
  { key: 'theme', to: '/administration/theme', icon: 'theme', title: 'companyTheme.title', scope: 'company:write' },
  { key: 'features', to: '/administration/features', icon: 'check', title: 'features.title', scope: 'company:write' },
  { key: 'words', to: '/administration/words', icon: 'file', title: 'wordRetention.title', scope: 'company:write' },
  { key: 'audit', to: '/administration/audit', icon: 'review', title: 'audit.title', scope: 'audit:read' },
] as const satisfies readonly Area[];

interface Area {
  readonly key: string;
  readonly to: string;
  readonly icon: IconName;
  readonly title: string;
  readonly scope: string;
}
