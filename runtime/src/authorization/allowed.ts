import type { Viewer } from '../viewer.ts';
import type { Requirement } from './requirements.ts';

/** The one rule: does this viewer meet the requirement? */
export function allowed(requirement: Requirement, viewer: Viewer): boolean {
  if (viewer.kind === 'anonymous') return !requirement.authenticated && requirement.scopes.length === 0;
  const granted: ReadonlySet<string> = viewer.scopes;
  return requirement.scopes.every((alternatives) =>
    alternatives.some((needed) => needed.every((scope) => granted.has(scope))),
  );
}

/** Viewers with the same signature are allowed the same fields; what was filtered and planned for one serves the other. */
export function permissionSignature(viewer: Viewer): string {
  if (viewer.kind === 'anonymous') return 'anonymous';
  return `authenticated ${[...viewer.scopes].sort().join(' ')}`;
}
