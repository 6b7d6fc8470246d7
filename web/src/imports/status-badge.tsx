import { useTranslation } from 'react-i18next';
import type { ImportStatus } from '../generated/graphql.ts';

export function StatusBadge({ status }: { status: ImportStatus }) {
  const { t } = useTranslation();
  return (
    <span className={`inline-block rounded-full px-2 py-0.5 text-12 font-medium whitespace-nowrap ${looks[status]}`}>
      {t(`importStatus.${status}`)}
    </span>
  );
}

const looks = {
  PLANNED: 'bg-pressed text-soft',
  QUEUED: 'bg-information-tint text-information',
  RUNNING: 'bg-information-tint text-information',
  COMPLETED: 'bg-good-tint text-good',
  CANCELLED: 'bg-attention-tint text-attention',
  FAILED: 'bg-bad-tint text-bad',
  UNDOING: 'bg-information-tint text-information',
  UNDONE: 'bg-pressed text-soft',
} as const satisfies Record<ImportStatus, string>;
