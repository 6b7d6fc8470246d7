import { useTranslation } from 'react-i18next';
import type { SafetyFlagCardFragment } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import { SeverityBadge } from './severity-badge.tsx';

/** What waits, in the order in which it should be looked at; one of them is shown beside. */
export function SafetyQueue({ flags, shown, onShow }: SafetyQueueProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ol aria-label={t('safety.waiting')} className="grid max-h-96 content-start gap-1 overflow-y-auto lg:max-h-[70vh]">
      {flags.map(({ id, category, severity, status, raisedAt }) => (
        <li key={id}>
          <button
            type="button"
            aria-current={id === shown || undefined}
            onClick={() => onShow(id)}
            className="grid w-full gap-1 rounded-base px-2.5 py-2 text-left hover:bg-sunken aria-[current=true]:bg-accent-soft"
          >
            <span className="flex flex-wrap items-center justify-between gap-2">
              <span className="text-14 font-medium text-ink">{t(`safetyCategory.${category}`)}</span>
              <SeverityBadge severity={severity} />
            </span>
            <span className="text-12 text-soft">
              {format.dateTime(raisedAt)}
              {status === 'APPEALED' && ` · ${t('safetyStatus.APPEALED')}`}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

interface SafetyQueueProps {
  readonly flags: readonly SafetyFlagCardFragment[];
  /** The id of the one that is shown. */
  readonly shown: string | null;
  readonly onShow: (id: string) => void;
}
