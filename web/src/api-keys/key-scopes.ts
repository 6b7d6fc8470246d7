/** What a key may be given: reading only, and never the keys or the members themselves. */
export const keyScopes = [
  'metrics:read',
  'evidence:read',
  'programmes:read',
  'people:read',
  'reports:read',
  'deliveries:read',
] as const;
