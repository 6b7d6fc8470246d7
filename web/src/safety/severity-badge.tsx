import { useTranslation } from 'react-i18next';
import { Icon } from '../controls/icon.tsx';
import type { SafetySeverity } from '../generated/graphql.ts';

/** How soon somebody should look; urgent ones carry a sign beside their colour. */
export function SeverityBadge({ severity }: { severity: SafetySeverity }) {
  const { t } = useTranslation();
  return (
    <span
      className={`inline-flex items-center gap-1 rounded-full px-2 py-0.5 text-12 font-medium whitespace-nowrap ${looks[severity]}`}
    >
      {severity === 'URGENT' && <Icon name="attention" className="size-3" />}
      {t(`safetySeverity.${severity}`)}
    </span>
  );
}

const looks = {
  URGENT: 'bg-bad-tint text-bad',
  HIGH: 'bg-attention-tint text-attention',
  MEDIUM: 'bg-information-tint text-information',
  LOW: 'bg-pressed text-soft',
} as const satisfies Record<SafetySeverity, string>;
