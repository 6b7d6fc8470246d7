export interface PartnerManifestRow {
  readonly id: string;
  readonly version: number;
  readonly state: 'UPLOADED' | 'ACTIVE' | 'REPLACED';
  readonly operationCount: number;
  /** `actorOf(viewer)`. */
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
  readonly activatedBy: string | null;
  readonly activatedAt: Date | null;
  readonly replacedAt: Date | null;
}

export interface PartnerOperationRow {
  /** SHA-256 of the body, hexadecimal. */
  readonly hash: string;
  readonly name: string;
  readonly kind: 'QUERY' | 'MUTATION' | 'SUBSCRIPTION';
  readonly body: string;
}

export interface OperationOfManifestRow extends PartnerOperationRow {
  readonly manifestId: string;
}

export interface ManifestChangeRow {
  readonly kind: 'ADDED' | 'CHANGED' | 'REMOVED';
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface ManifestProblemRow {
  readonly operation: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

export interface OperationUsageRow {
  readonly hash: string;
  /** Of the last 30 days, as are the errors. */
  readonly calls: number;
  readonly errors: number;
  readonly lastCalledAt: Date | null;
  readonly lastApiKeyId: string | null;
}

export interface OperationDayRow {
  readonly hash: string;
  readonly day: string;
  readonly calls: number;
  readonly errors: number;
}

export interface UnknownOperationRow {
  /** Empty for all that were too many to be counted apart. */
  readonly hash: string;
  readonly calls: number;
  readonly lastCalledAt: Date;
  readonly lastApiKeyId: string;
}
