import { connectionOf, pageOf } from '@teei/runtime/connection';
import { isId } from '@teei/runtime/id';
import type { QueryResolvers, VolunteerActivityFilter } from '../../generated/resolvers.ts';
import { type ActivityFilter, VolunteerActivityStore } from '../../store/volunteer-activity-store.ts';

export const volunteerActivities: QueryResolvers['volunteerActivities'] = async (_, { filter, ...args }, context) => {
  const page = pageOf(args, 'instant', 'id');
  const wanted = filterOf(filter);
  const store = new VolunteerActivityStore(await context.tx());
  const rows = wanted ? await store.page(page, wanted) : [];
  const total = async () => (wanted ? store.total(wanted) : { count: 0, hours: 0 });
  return {
    ...connectionOf(
      rows,
      page,
      ({ activityDate, id }) => [activityDate.toISOString(), id],
      async () => (await total()).count,
    ),
    // As `totalCount`: computed when it is asked for, and the type says what comes out.
    totalHours: (async () => (await total()).hours) as unknown as number,
  };
};

/** Undefined when nothing can fit it: an id that is none. */
function filterOf(given: VolunteerActivityFilter | null | undefined): ActivityFilter | undefined {
  const { status, origin, volunteerId, from, to } = given ?? {};
  if (typeof volunteerId === 'string' && !isId(volunteerId)) return undefined;
  return {
    status: status ?? null,
    origin: origin ?? null,
    volunteerId: volunteerId ?? null,
    from: from ? new Date(from) : null,
    to: to ? new Date(to) : null,
  };
}
