import { connectionOf, pageOf } from '@teei/runtime/connection';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { CourseCompletionStore } from '../../store/course-completion-store.ts';

export const courseCompletions: QueryResolvers['courseCompletions'] = async (_, args, context) => {
  const page = pageOf(args, 'id');
  const store = new CourseCompletionStore(await context.tx());
  return connectionOf(
    await store.page(page),
    page,
    ({ id }) => [id],
    () => store.count(),
  );
};
