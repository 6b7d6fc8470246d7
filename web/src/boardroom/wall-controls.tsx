import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { Icon } from '../controls/icon.tsx';
import { KeyCap } from '../controls/key-cap.tsx';
import type { RotationStep } from './rotation.ts';

export function WallControls({ at, count, paused, isFull, onStep, onFullScreen, onLeave }: WallControlsProps) {
  const { t } = useTranslation();
  return (
    <footer className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <ol aria-hidden="true" className="flex gap-1.5">
        {Array.from({ length: count }, (_, place) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a place is its number
            key={place}
            className={`h-1 w-[max(0.75rem,2vw)] rounded-full ${place === at ? 'bg-accent' : 'bg-line-strong'}`}
          />
        ))}
      </ol>
      <div className="flex flex-wrap items-center gap-1">
        <Button look="quiet" aria-label={t('review.previous')} onClick={() => onStep({ kind: 'by', places: -1 })}>
          <Icon name="chevron" className="size-4 rotate-90" />
        </Button>
        <Button look="quiet" onClick={() => onStep({ kind: 'pause' })}>
          {t(paused ? 'boardroom.goOn' : 'boardroom.pause')}
          <span className="max-md:hidden">
            <KeyCap name={t('boardroom.space')} />
          </span>
        </Button>
        <Button look="quiet" aria-label={t('review.next')} onClick={() => onStep({ kind: 'by', places: 1 })}>
          <Icon name="chevron" className="size-4 -rotate-90" />
        </Button>
        <Button look="quiet" aria-pressed={isFull} aria-keyshortcuts="f" onClick={onFullScreen}>
          {t('boardroom.fullScreen')}
          <span className="max-md:hidden">
            <KeyCap name="F" />
          </span>
        </Button>
        <Button look="quiet" onClick={onLeave}>
          {t('boardroom.leave')}
          <span className="max-md:hidden">
            <KeyCap name="Esc" />
          </span>
        </Button>
      </div>
    </footer>
  );
}

interface WallControlsProps {
  readonly at: number;
  readonly count: number;
  readonly paused: boolean;
  readonly isFull: boolean;
  readonly onStep: (step: RotationStep) => void;
  readonly onFullScreen: () => void;
  readonly onLeave: () => void;
}
