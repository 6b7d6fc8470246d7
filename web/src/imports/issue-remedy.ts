import type { i18n, TFunction } from 'i18next';

/** What to do about an issue in the reader's language; for a code that has no words yet, as the server wrote it. */
export function issueRemedy(
  t: TFunction,
  language: Pick<i18n, 'exists'>,
  issue: { code: string; remedy: string },
): string {
  return language.exists(`issue.${issue.code}`) ? t(`issue.${issue.code as 'BAD_DATE'}`) : issue.remedy;
}
