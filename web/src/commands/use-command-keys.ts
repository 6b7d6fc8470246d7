import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { singleKeyOf } from '../account/single-keys.ts';
import { destinations, openTo } from '../frame/destinations.ts';
import { isPaletteKey, nextKey } from './key-sequence.ts';

/** Ctrl or Cmd with K, `?`, and `g` with a page's letter. A second letter after `g` is nobody else's shortcut. */
export function useCommandKeys(keys: CommandKeys): void {
  const navigate = useNavigate();
  const newest = useRef(keys);
  newest.current = keys;
  useEffect(() => {
    let pending: number | null = null;
    const onKey = (event: KeyboardEvent) => {
      if (isPaletteKey(event)) {
        event.preventDefault();
        return newest.current.onPalette();
      }
      const key = singleKeyOf(event);
      const step = nextKey(key, pending, event.timeStamp);
      pending = step.pending;
      if (step.kind === 'help') newest.current.onHelp();
      if (step.kind !== 'page') return;
      event.stopImmediatePropagation();
      const page = openTo(destinations, newest.current.scopes).find((each) => each.key === step.letter);
      if (page !== undefined) void navigate(page.to);
    };
    // Before the pages' own shortcuts, which listen on their way back up.
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [navigate]);
}

interface CommandKeys {
  readonly scopes: readonly string[];
  readonly onPalette: () => void;
  readonly onHelp: () => void;
}
