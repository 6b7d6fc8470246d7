export type ImportStatus =
  | 'PLANNED'
  | 'QUEUED'
  | 'RUNNING'
  | 'COMPLETED'
  | 'CANCELLED'
  | 'FAILED'
  | 'UNDOING'
  | 'UNDONE';

/** read = created + updated + unchanged + rejected, at every moment. */
export interface ImportAccountRow {
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
}

export interface ImportRow {
  readonly id: string;
  readonly uploadId: string;
  readonly kind: import('../domain/records/record-kind.ts').RecordKind;
  readonly fileName: string;
  readonly byteSize: number;
  readonly uploadRemoved: boolean;
  readonly status: ImportStatus;
  readonly dialect: import('../domain/import-file/dialect.ts').Dialect;
  readonly columns: readonly { readonly column: string; readonly field: string | null }[];
  readonly missingFields: readonly string[];
  readonly preview: readonly (readonly string[])[];
  readonly plan: ImportAccountRow | null;
  readonly rowsRead: number;
  readonly rowsCreated: number;
  readonly rowsUpdated: number;
  readonly rowsUnchanged: number;
  readonly rowsRejected: number;
  readonly bytesRead: number;
  readonly cancelAsked: boolean;
  readonly failureCode: string | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly rowsClearedAt: Date | null;
}

export interface ImportIssueRow {
  readonly line: number;
  readonly ordinal: number;
  readonly column: string;
  readonly value: string;
  readonly level: 'ERROR' | 'WARNING';
  readonly code: string;
  readonly remedy: string;
}

export interface ImportProgressRow {
  readonly cursor: string;
  readonly importId: string;
}
