import { isId } from '@teei/runtime/id';
import type { QueryResolvers } from '../../generated/resolvers.ts';

export const member: QueryResolvers['member'] = (_, { id }, { loaders }) => (isId(id) ? loaders.member.load(id) : null);
