import type { CompanyFeatureResolvers } from '../generated/resolvers.ts';
import { memberOfActor } from './member-of-actor.ts';

export const CompanyFeature: CompanyFeatureResolvers = {
  changedBy: ({ changedBy }, _, context) => memberOfActor(changedBy, context),
};
