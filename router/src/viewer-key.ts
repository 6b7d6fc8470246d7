import type { Viewer } from '@teei/runtime/viewer';

/** Identifies a viewer in caches and dedupe keys: same key, same person or key, same company, same rights. */
export function viewerKey(viewer: Viewer): string {
  const known = keys.get(viewer);
  if (known !== undefined) return known;
  const key = describe(viewer);
  keys.set(viewer, key);
  return key;
}

/** Who is counted by the rate limit: the person or the API key, whatever rights they have at the moment. */
export function viewerAccount(viewer: Viewer): string | undefined {
  switch (viewer.kind) {
    case 'anonymous':
      return undefined;
    case 'member':
      return `member ${viewer.memberId}`;
    case 'apiKey':
      return `apiKey ${viewer.apiKeyId}`;
    case 'service':
      return `service ${viewer.service} ${viewer.companyId}`;
  }
}

const keys = new WeakMap<Viewer, string>();

function describe(viewer: Viewer): string {
  return viewer.kind === 'anonymous' ? 'anonymous' : JSON.stringify({ ...viewer, scopes: [...viewer.scopes].sort() });
}
