import type { Page } from '@teei/runtime/connection';

/** A page of a list that is sorted by id. Ids of version 7 sort by time, so such a list has its newest rows first. */
export type PageById = Page<readonly string[] & { length: 1 }>;
