import type { TFunction } from 'i18next';

/** Minutes between two pulls that people choose from. */
export const usualIntervals = [15, 60, 360, 1440] as const;

export function intervalWords(t: TFunction, minutes: number): string {
  return minutes % 60 === 0
    ? t('providers.hours', { count: minutes / 60 })
    : t('providers.minutes', { count: minutes });
}
