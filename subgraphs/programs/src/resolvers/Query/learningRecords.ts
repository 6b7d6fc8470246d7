import { connectionOf, pageOf } from '@teei/runtime/connection';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { LearningRecordStore } from '../../store/learning-record-store.ts';

export const learningRecords: QueryResolvers['learningRecords'] = async (_, args, context) => {
  const page = pageOf(args, 'id');
  const store = new LearningRecordStore(await context.tx());
  return connectionOf(
    await store.page(page),
    page,
    ({ id }) => [id],
    () => store.count(),
  );
};
