import type { SourceKind } from '../domain/spoken-text.ts';

export interface EntityRef {
  readonly id: string;
}

/** What stands in a text says where the text stands. */
export interface SourcedRow {
  readonly source: SourceKind;
  readonly sourceId: string;
}
