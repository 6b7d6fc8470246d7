import { useTranslation } from 'react-i18next';
import type { LiveState } from '../graph/follow-live.ts';
import { useFormat } from '../language/use-format.ts';

/** One quiet dot with a word. */
export function LiveIndicator({ state, size = 'text-13' }: { state: LiveState; size?: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = state.kind === 'stale' ? t('live.stale', { time: format.time(state.since) }) : t(`live.${state.kind}`);
  return (
    <p role="status" className={`inline-flex items-center gap-2 text-muted ${size}`}>
      <span aria-hidden="true" className={`size-[0.6em] rounded-full ${dots[state.kind]}`} />
      {words}
    </p>
  );
}

const dots = {
  connecting: 'border border-control',
  live: 'bg-good',
  catchingUp: 'bg-information',
  stale: 'bg-attention',
  refused: 'border border-bad',
} as const satisfies Record<LiveState['kind'], string>;
