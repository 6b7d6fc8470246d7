import { useTranslation } from 'react-i18next';
import type { LiveState } from '../graph/follow-live.ts';
import { useFormat } from '../language/use-format.ts';

/** Old numbers never look like new ones: since when they have been old stands above them. */
export function WallBanner({ live }: { live: LiveState }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (live.kind !== 'stale' && live.kind !== 'refused') return null;
  return (
    <p className="rounded-base border border-attention/50 bg-attention-tint px-[1.5vw] py-[1vh] text-[max(1rem,2.6vmin)] font-medium text-ink">
      {live.kind === 'stale' ? t('boardroom.stale', { time: format.dateTime(live.since) }) : t('live.refused')}
    </p>
  );
}
