/** Where to go after sign-in: a path of this site, or the dashboard. Never another site, whatever the link says. */
export function safeNext(next: string | null): string {
  if (next === null || !next.startsWith('/') || /^\/[/\\]/.test(next) || /[\r\n\t]/.test(next)) return '/';
  return next;
}
