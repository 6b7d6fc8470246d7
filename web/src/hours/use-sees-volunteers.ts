import { useHasScope } from '../frame/viewer-context.ts';

/** Whether the viewer may know whose hours they are. */
export function useSeesVolunteers(): boolean {
  const seesPeople = useHasScope('people:read') ?? false;
  const reviews = useHasScope('hours:review') ?? false;
  return seesPeople || reviews;
}
