/** Where the words of a record are. All null where there never were any. */
export interface KeptWordsRow {
  readonly wordsSince: Date | null;
  readonly wordsClearedAt: Date | null;
  readonly wordsSha256: string | null;
}

/** What a company chose, or the platform for it. */
export interface ShownWordRetention {
  readonly days: number;
  /** 0 where the company never chose. */
  readonly revision: number;
  readonly changedBy: string | null;
  readonly changedAt: Date | null;
}

export interface DueWordsRow {
  readonly sessionFeedback: number;
  readonly buddyTexts: number;
  readonly earlierVersions: number;
  readonly imports: number;
  readonly webhookBodies: number;
}
