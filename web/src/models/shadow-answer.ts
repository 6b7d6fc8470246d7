import type { ModelShadowQuery } from '../generated/graphql.ts';

/** What came of reading texts unseen. */
export type Shadow = NonNullable<ModelShadowQuery['modelShadowComparison']>;
