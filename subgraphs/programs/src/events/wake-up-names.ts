/** Rung when an endpoint or a secret has changed; whoever remembers keys forgets them. */
export const endpointsChanged = 'programs-webhook-endpoints';
