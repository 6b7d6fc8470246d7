import { useEffect, useRef } from 'react';
import { singleKeyOf } from './single-keys.ts';

/** Calls `act` when the letter is pressed alone, outside fields and dialogs, unless the person switched such keys off. */
export function useSingleKey(letter: string, act: () => void): void {
  const newest = useRef(act);
  newest.current = act;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (singleKeyOf(event) === letter) newest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [letter]);
}
