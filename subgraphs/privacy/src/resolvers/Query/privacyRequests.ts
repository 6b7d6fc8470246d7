import type { QueryResolvers } from '../../generated/resolvers.ts';
import { privacyRequestList } from '../privacy-request-list.ts';

export const privacyRequests: QueryResolvers['privacyRequests'] = (_, args, context) =>
  privacyRequestList(args, context);
