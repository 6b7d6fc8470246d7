/** Rows as the stores hand them out and the resolvers take them; named like the graph's types. */

export interface EntityRef {
  readonly id: string;
}

export interface ReportRow {
  readonly id: string;
  readonly title: string;
  readonly status: 'DRAFT' | 'PUBLISHED';
  readonly locale: string;
  /** yyyy-mm */
  readonly from: string;
  /** yyyy-mm, included. */
  readonly to: string;
  readonly authorId: string | null;
  readonly createdAt: Date;
  readonly publishedAt: Date | null;
}

export interface ReportSectionRow {
  readonly id: string;
  readonly reportId: string;
  readonly position: number;
  readonly heading: string;
  readonly body: string;
}

export interface CitationRow {
  readonly id: string;
  readonly sectionId: string;
  readonly metricId: string | null;
  readonly evidenceId: string | null;
}

export interface ReportScheduleRow {
  readonly id: string;
  readonly title: string;
  readonly cron: string;
  readonly active: boolean;
  readonly nextRunAt: Date | null;
}
