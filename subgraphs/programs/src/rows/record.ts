import type { KeptWordsRow } from './words.ts';

export interface BuddyMatchRow {
  readonly id: string;
  readonly participantId: string;
  readonly volunteerId: string;
  readonly status: 'ACTIVE' | 'ENDED';
  readonly matchedAt: Date;
  readonly language: string | null;
  readonly interests: string | null;
  readonly location: string | null;
}

export interface BuddyFeedbackRow extends KeptWordsRow {
  readonly id: string;
  readonly matchId: string;
  readonly author: string;
  readonly submittedAt: Date;
  readonly rating: number | null;
}

export interface BuddyCheckInRow extends KeptWordsRow {
  readonly id: string;
  readonly matchId: string;
  readonly checkedAt: Date;
  readonly mood: number | null;
}

export interface CourseCompletionRow {
  readonly id: string;
  readonly participantId: string;
  readonly provider: string;
  readonly courseName: string;
  readonly completedAt: Date;
  readonly finalScore: number | null;
}

export type VolunteerActivityStatus = 'LOGGED' | 'APPROVED' | 'DECLINED';

export interface VolunteerActivityRow {
  readonly id: string;
  readonly volunteerId: string;
  readonly activityDate: Date;
  readonly hours: number;
  readonly activityType: string | null;
  readonly ngoName: string | null;
  readonly location: string | null;
  readonly description: string | null;
  readonly status: VolunteerActivityStatus;
  /** Null for what a file states. */
  readonly loggedBy: string | null;
  readonly inSession: boolean;
  readonly revision: number;
}

export interface VolunteerActivityChangeRow {
  readonly activityId: string;
  readonly ordinal: number;
  readonly kind: 'LOGGED' | 'APPROVED' | 'CORRECTED' | 'DECLINED' | 'CHANGED_BY_FILE';
  readonly actor: string | null;
  readonly reason: string | null;
  readonly hoursBefore: number | null;
  readonly hoursAfter: number;
  readonly dateBefore: Date | null;
  readonly dateAfter: Date;
  readonly statusAfter: VolunteerActivityStatus;
  readonly changedAt: Date;
}
