export interface MemberSessionRow {
  readonly id: string;
  readonly memberId: string;
  readonly browser: string | null;
  readonly system: string | null;
  readonly signedInAt: Date;
  readonly lastSeenAt: Date;
}
