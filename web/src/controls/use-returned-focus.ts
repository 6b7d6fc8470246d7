import { useEffect, useRef } from 'react';

/**
 * Gives the focus back to where it was when the component came. React Aria does so too, but a frame after the component has
 * gone; when that was no direct answer to a press (a navigation, a reply of the server), the page below is still inert then.
 */
export function useReturnedFocus(): void {
  const before = useRef(document.activeElement);
  useEffect(() => {
    const element = before.current;
    return () => {
      // After the clean-up of what is inside, which makes the page live again.
      queueMicrotask(() => {
        if (document.activeElement === document.body && element instanceof HTMLElement) element.focus();
      });
    };
  }, []);
}
