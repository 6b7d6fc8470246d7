import { useEffect, useRef } from 'react';
import { singleKeyOf } from '../account/single-keys.ts';
import type { RotationStep } from './rotation.ts';

/** Space pauses, arrows step, F is for the whole screen, Escape leaves. A dialog over the wall keeps its keys. */
export function useWallKeys(wall: WallKeys): void {
  const newest = useRef(wall);
  newest.current = wall;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = isElsewhere(event) ? undefined : actOf(event, newest.current);
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function actOf(event: KeyboardEvent, { onStep, onFullScreen, onLeave }: WallKeys): (() => void) | undefined {
  switch (event.key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return () => onStep({ kind: 'by', places: 1 });
    case 'ArrowLeft':
    case 'ArrowUp':
      return () => onStep({ kind: 'by', places: -1 });
    case ' ':
      return () => onStep({ kind: 'pause' });
    case 'Escape':
      return onLeave;
    default:
      return singleKeyOf(event) === 'f' ? onFullScreen : undefined;
  }
}

/** In a dialog over the wall, or on a button, of which Space is its own. */
function isElsewhere({ target, key, ctrlKey, metaKey, altKey, defaultPrevented }: KeyboardEvent): boolean {
  if (defaultPrevented || ctrlKey || metaKey || altKey) return true;
  if (!(target instanceof Element)) return false;
  return target.closest(key === ' ' ? '[role=dialog], input, button, a' : '[role=dialog], input') !== null;
}

interface WallKeys {
  readonly onStep: (step: RotationStep) => void;
  readonly onFullScreen: () => void;
  readonly onLeave: () => void;
}
