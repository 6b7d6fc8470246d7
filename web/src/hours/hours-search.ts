import type {
  VolunteerActivityFilter,
  VolunteerActivityOrigin,
  VolunteerActivityStatus,
} from '../generated/graphql.ts';

/** What the list of hours is narrowed by, and which entry is open; it lives in the address, so that Back and links know it. */
export interface HoursSearch {
  readonly status: VolunteerActivityStatus | '';
  readonly origin: VolunteerActivityOrigin | '';
  readonly volunteer: string;
  /** yyyy-mm-dd, both inclusive. */
  readonly from: string;
  readonly to: string;
  readonly entry: string;
}

export const statuses = ['LOGGED', 'APPROVED', 'DECLINED'] as const satisfies readonly VolunteerActivityStatus[];
export const origins = ['FILE', 'MEMBER'] as const satisfies readonly VolunteerActivityOrigin[];

export function readSearch(address: URLSearchParams): HoursSearch {
  const of = (key: keyof HoursSearch): string => address.get(key)?.trim() ?? '';
  return {
    status: statuses.find((status) => status === of('status')) ?? '',
    origin: origins.find((origin) => origin === of('origin')) ?? '',
    volunteer: of('volunteer'),
    from: dayOrNone(of('from')),
    to: dayOrNone(of('to')),
    entry: of('entry'),
  };
}

/** Null when nothing narrows the list. */
export function filterOf({ status, origin, volunteer, from, to }: HoursSearch): VolunteerActivityFilter | null {
  const filter = {
    ...(status === '' ? {} : { status }),
    ...(origin === '' ? {} : { origin }),
    ...(volunteer === '' ? {} : { volunteerId: volunteer }),
    ...(from === '' ? {} : { from: startOf(from) }),
    ...(to === '' ? {} : { to: dayAfter(to) }),
  };
  return Object.keys(filter).length === 0 ? null : filter;
}

/** Days are calendar days in UTC, as the months of metrics are. */
export function startOf(day: string): string {
  return `${day}T00:00:00.000Z`;
}

export function dayOf(instant: string): string {
  return instant.slice(0, 10);
}

function dayAfter(day: string): string {
  return new Date(Date.parse(startOf(day)) + 86_400_000).toISOString();
}

function dayOrNone(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(startOf(text))) ? text : '';
}
