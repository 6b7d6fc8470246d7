import { actorOf } from '@teei/runtime/viewer';
import type { VolunteerActivityChangeResolvers } from '../generated/resolvers.ts';
import { memberOf } from './member-of.ts';

export const VolunteerActivityChange: VolunteerActivityChangeResolvers = {
  by: ({ actor }) => memberOf(actor),
  isOwn: ({ actor }, _, { viewer }) => actor === actorOf(viewer),
  at: ({ changedAt }) => changedAt,
};
