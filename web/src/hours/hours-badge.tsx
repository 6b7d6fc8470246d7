import { useTranslation } from 'react-i18next';
import type { VolunteerActivityStatus } from '../generated/graphql.ts';

export function HoursBadge({ status }: { status: VolunteerActivityStatus }) {
  const { t } = useTranslation();
  return (
    <span className={`inline-block rounded-full px-2 py-0.5 text-12 font-medium whitespace-nowrap ${looks[status]}`}>
      {t(`hoursStatus.${status}`)}
    </span>
  );
}

const looks = {
  LOGGED: 'bg-attention-tint text-attention',
  APPROVED: 'bg-good-tint text-good',
  DECLINED: 'bg-pressed text-soft',
} as const satisfies Record<VolunteerActivityStatus, string>;
