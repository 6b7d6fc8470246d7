import { useTranslation } from 'react-i18next';
import type { OutcomeDimension, OutcomeDirection } from '../generated/graphql.ts';

/** "Belonging", or "Belonging: gain". */
export function useLabelWords() {
  const { t } = useTranslation();
  return ({ dimension, direction }: Label): string =>
    direction === null ? t(`dimension.${dimension}`) : `${t(`dimension.${dimension}`)}: ${t(`direction.${direction}`)}`;
}

interface Label {
  readonly dimension: OutcomeDimension;
  readonly direction: OutcomeDirection | null;
}
