import { useTranslation } from 'react-i18next';
import type { RefusedFieldsFragment } from '../generated/graphql.ts';

/** A refusal in the language on the page; in the server's words where the catalogues do not know its code. */
export function useRefusalWords(
  refusal: Pick<RefusedFieldsFragment, 'code' | 'message' | 'remedy'> | null,
): { readonly message: string; readonly remedy: string } | null {
  const { t, i18n } = useTranslation();
  if (refusal === null || !i18n.exists(`refusal.${refusal.code}.message`)) return refusal;
  return {
    message: t(`refusal.${refusal.code as KnownCode}.message`),
    remedy: t(`refusal.${refusal.code as KnownCode}.remedy`),
  };
}

/** Any code that the catalogues know; `exists` has said that this is one. */
type KnownCode = 'IMPORT_EMPTY_FILE';
