import type { i18n, TFunction } from 'i18next';

/** Why a delivery was not handled, in the reader's language; for a code that has no words yet, as the server wrote it. */
export function failureWords(
  t: TFunction,
  language: Pick<i18n, 'exists'>,
  { code, said }: { readonly code: string; readonly said: string },
): string {
  if (language.exists(`webhookFailure.${code}`)) return t(`webhookFailure.${code as 'NOT_JSON'}`);
  if (!language.exists(`issue.${code}`)) return said;
  // The server names the field first; what to do about it is said by its code.
  const [field] = /^[\w.-]+(?=: )/.exec(said) ?? [];
  const remedy = t(`issue.${code as 'BAD_DATE'}`);
  return field === undefined ? remedy : `${field}: ${remedy}`;
}
