import { useTranslation } from 'react-i18next';
import type { ManifestProblemLineFragment } from '../generated/graphql.ts';

/**
 * A problem in the language on the page. What GraphQL itself says of a text names fields and types of it and stays as it is;
 * what to do about it is said in words of ours.
 */
export function useProblemWords(): (problem: ManifestProblemLineFragment) => {
  readonly message: string;
  readonly remedy: string;
} {
  const { t, i18n } = useTranslation();
  return ({ code, message, remedy }) => {
    if (!i18n.exists(`manifestProblem.${code}.remedy`)) return { message, remedy };
    const known = code as 'MANIFEST_REPEATED';
    return {
      message: i18n.exists(`manifestProblem.${code}.message`) ? t(`manifestProblem.${known}.message`) : message,
      remedy: t(`manifestProblem.${known}.remedy`),
    };
  };
}
