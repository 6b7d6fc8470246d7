import { useTranslation } from 'react-i18next';
import type { ProviderState } from './provider-state.ts';

export function ProviderBadge({ state }: { state: ProviderState }) {
  const { t } = useTranslation();
  return (
    <span className={`inline-block rounded-full px-2 py-0.5 text-12 font-medium whitespace-nowrap ${looks[state]}`}>
      {t(`providerState.${state}`)}
    </span>
  );
}

const looks = {
  disabled: 'bg-pressed text-soft',
  waiting: 'bg-information-tint text-information',
  running: 'bg-information-tint text-information',
  working: 'bg-good-tint text-good',
  failing: 'bg-bad-tint text-bad',
} as const satisfies Record<ProviderState, string>;
