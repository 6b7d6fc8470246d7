/**
 * Who is asking. The router establishes it once; every layer below reads it and nothing else.
 * In one process it is handed down as this object, between processes as a signed token (see `viewer-token.ts`).
 */
export type Viewer = Anonymous | MemberViewer | ApiKeyViewer | ServiceViewer;

export interface Anonymous {
  readonly kind: 'anonymous';
}

export interface MemberViewer {
  readonly kind: 'member';
  readonly userId: string;
  readonly memberId: string;
  readonly companyId: string;
  readonly role: Role;
  readonly scopes: ReadonlySet<Scope>;
}

export interface ApiKeyViewer {
  readonly kind: 'apiKey';
  readonly apiKeyId: string;
  readonly companyId: string;
  /** Name under which the partner's persisted operations are registered. */
  readonly client: string;
  readonly scopes: ReadonlySet<Scope>;
}

/** A subgraph or a worker that acts for one company. Never made from outside. */
export interface ServiceViewer {
  readonly kind: 'service';
  readonly service: string;
  readonly companyId: string;
  readonly scopes: ReadonlySet<Scope>;
}

export type TenantViewer = Exclude<Viewer, Anonymous>;

export const roles = ['COMPANY_ADMIN', 'COMPANY_USER', 'ANALYST', 'REVIEWER', 'PLATFORM_ADMIN'] as const;
export type Role = (typeof roles)[number];

/** Every permission there is, as the SDL's `@requiresScopes` names them. */
export const scopes = [
  'self:read',
  'company:write',
  'members:read',
  'members:write',
  'people:read',
  'people:write',
  'journeys:write',
  'programmes:read',
  'programmes:write',
  'hours:write',
  'hours:review',
  'imports:read',
  'imports:write',
  'webhooks:read',
  'webhooks:write',
  'metrics:read',
  'impact:write',
  'evidence:read',
  'safety:read',
  'safety:write',
  'scores:review',
  'models:evaluate',
  'models:write',
  'reports:read',
  'deliveries:read',
  'privacy:read',
  'views:write',
  'views:share',
  'annotations:write',
  'audit:read',
  'keys:read',
  'keys:write',
  'internal:people',
  'internal:members',
] as const;
export type Scope = (typeof scopes)[number];

/** What every member of a company may do: read what names nobody, arrange it for themselves, and log volunteer hours, which somebody else approves. */
const everyMember = [
  'self:read',
  'programmes:read',
  'metrics:read',
  'evidence:read',
  'reports:read',
  'hours:write',
  'views:write',
] as const;
const companyAdministration = scopes.filter((scope) => !scope.startsWith('internal:'));

export const scopesOfRole = {
  COMPANY_USER: new Set<Scope>(everyMember),
  REVIEWER: new Set<Scope>([...everyMember, 'hours:review', 'safety:read', 'safety:write', 'scores:review']),
  ANALYST: new Set<Scope>([
    ...everyMember,
    'people:read',
    'imports:read',
    'deliveries:read',
    'models:evaluate',
    'views:share',
    'annotations:write',
  ]),
  COMPANY_ADMIN: new Set<Scope>(companyAdministration),
  PLATFORM_ADMIN: new Set<Scope>(companyAdministration),
} as const satisfies Record<Role, ReadonlySet<Scope>>;

/** What would carry made-up data out of a demo, real people or systems into it, or a bill to anybody. */
const leavesDemo: readonly Scope[] = ['members:write', 'keys:write', 'webhooks:write', 'models:write'];

/** What a role may do in a demo company. */
export const scopesInDemo = Object.fromEntries(
  roles.map((role) => [role, new Set([...scopesOfRole[role]].filter((scope) => !leavesDemo.includes(scope)))]),
) as unknown as Record<Role, ReadonlySet<Scope>>;

/** What an API key may be given: reading only, and never the keys or the members themselves. */
export const scopesOfApiKeys: readonly Scope[] = [
  'programmes:read',
  'people:read',
  'metrics:read',
  'evidence:read',
  'reports:read',
  'deliveries:read',
];

export const anonymous: Anonymous = { kind: 'anonymous' };

export function serviceViewer(service: string, companyId: string, ...granted: Scope[]): ServiceViewer {
  return { kind: 'service', service, companyId, scopes: new Set(granted) };
}

export function isScope(value: string): value is Scope {
  return (scopes as readonly string[]).includes(value);
}

/** How the viewer is named in the audit log and in log lines: an id, never a name or an address. */
export function actorOf(viewer: Viewer): string {
  switch (viewer.kind) {
    case 'anonymous':
      return 'anonymous';
    case 'member':
      return `member:${viewer.memberId}`;
    case 'apiKey':
      return `apiKey:${viewer.apiKeyId}`;
    case 'service':
      return `service:${viewer.service}`;
  }
}
