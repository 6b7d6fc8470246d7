import type { QueryResolvers } from '../../generated/resolvers.ts';
import { companyFeatures as featuresOf } from '../company-features.ts';

export const companyFeatures: QueryResolvers['companyFeatures'] = (_, __, context) => featuresOf(context);
