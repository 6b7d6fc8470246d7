import type { AuditLogFilter } from '../generated/graphql.ts';

/** What the log is narrowed by, and which line is open; it lives in the address, so that Back and links know it. */
export interface AuditSearch {
  readonly action: string;
  readonly actor: string;
  readonly target: string;
  /** yyyy-mm-dd, both inclusive. */
  readonly from: string;
  readonly to: string;
  readonly line: string;
}

export function readSearch(address: URLSearchParams): AuditSearch {
  const of = (key: keyof AuditSearch): string => address.get(key)?.trim() ?? '';
  return {
    action: of('action'),
    actor: of('actor'),
    target: of('target'),
    from: dayOrNone(of('from')),
    to: dayOrNone(of('to')),
    line: of('line'),
  };
}

/** Null when nothing narrows the log. Days are calendar days in UTC. */
export function filterOf({ action, actor, target, from, to }: AuditSearch): AuditLogFilter | null {
  const filter = {
    ...(action === '' ? {} : { action }),
    ...(actor === '' ? {} : { actor }),
    ...(target === '' ? {} : { target }),
    ...(from === '' ? {} : { from: startOf(from) }),
    ...(to === '' ? {} : { to: new Date(Date.parse(startOf(to)) + 86_400_000).toISOString() }),
  };
  return Object.keys(filter).length === 0 ? null : filter;
}

/** Where the same lines come as a file. */
export function fileAddress(search: AuditSearch): string {
  const filter = new URLSearchParams((filterOf(search) as Record<string, string> | null) ?? {});
  return `/files/audit-log.csv${filter.size === 0 ? '' : `?${filter}`}`;
}

export function startOf(day: string): string {
  return `${day}T00:00:00.000Z`;
}

function dayOrNone(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(startOf(text))) ? text : '';
}
