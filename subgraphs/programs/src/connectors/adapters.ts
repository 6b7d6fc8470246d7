import type { LearningProvider } from '../rows/learning.ts';
import type { ProviderAdapter } from './adapter.ts';
import { completionList } from './completion-list.ts';
import { oneRoster } from './one-roster.ts';
import { xapi } from './xapi.ts';

/**
 * How each provider is read. eCornell and itslearning publish no contract for completions: what stands here is the form that
 * we ask them to serve, and the path is a setting of the connection.
 */
export const adapters: Readonly<Record<LearningProvider, ProviderAdapter>> = {
  XAPI: xapi,
  ONEROSTER: oneRoster,
  ECORNELL: completionList({
    provider: 'ecornell',
    path: 'v1/enrollments',
    items: 'enrollments',
    id: 'id',
    changedAt: 'updatedAt',
    email: 'student.email',
    personId: 'student.id',
    courseId: 'course.code',
    courseName: 'course.title',
    completedAt: 'completedAt',
    progress: 'percentComplete',
    score: 'finalGrade',
    withdrawn: 'cancelled',
  }),
  ITSLEARNING: completionList({
    provider: 'itslearning',
    path: 'restapi/completions',
    items: 'entityArray',
    id: 'CompletionId',
    changedAt: 'LastUpdatedUtc',
    email: 'Person.Email',
    personId: 'Person.PersonId',
    courseId: 'Course.CourseId',
    courseName: 'Course.Title',
    completedAt: 'CompletedUtc',
    progress: 'ProgressPercent',
    score: 'ScorePercent',
    withdrawn: 'Deleted',
  }),
};
