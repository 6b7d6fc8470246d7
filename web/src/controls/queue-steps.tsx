import { useTranslation } from 'react-i18next';
import { useSingleKey } from '../account/use-single-key.ts';
import { Button } from './button.tsx';
import { KeyCap } from './key-cap.tsx';

/** Goes through a queue that is worked one by one, by buttons and by the keys K and J. Null where it ends. */
export function QueueSteps({ onPrevious, onNext }: QueueStepsProps) {
  const { t } = useTranslation();
  useSingleKey('k', () => onPrevious?.());
  useSingleKey('j', () => onNext?.());
  if (onPrevious === null && onNext === null) return null;
  return (
    <span className="flex gap-2">
      <Button onClick={() => onPrevious?.()} disabled={onPrevious === null}>
        {t('review.previous')} <KeyCap name="K" />
      </Button>
      <Button onClick={() => onNext?.()} disabled={onNext === null}>
        {t('review.next')} <KeyCap name="J" />
      </Button>
    </span>
  );
}

interface QueueStepsProps {
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
}
