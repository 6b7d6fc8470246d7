import { type NavigateOptions, useSearchParams } from 'react-router';
import { withPart } from './with-part.ts';

/**
 * What of the page lives in its address, and how one part of it is changed.
 * A change builds on the address as it stands, not as it was last drawn: two choices before the next drawing are both kept.
 */
export function useAddress<Part extends string>() {
  const [address, setAddress] = useSearchParams();
  const change = (part: Part, value: string, options: NavigateOptions = { replace: true }): void =>
    setAddress(withPart(new URLSearchParams(window.location.search), part, value), {
      preventScrollReset: true,
      ...options,
    });
  /** Leaves nothing in the address but these parts. */
  const reset = (parts: Partial<Record<Part, string>> = {}, options: NavigateOptions = { replace: true }): void =>
    setAddress(new URLSearchParams(parts as Record<string, string>), { preventScrollReset: true, ...options });
  return { address, change, reset };
}
