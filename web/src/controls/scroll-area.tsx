import type { ReactNode } from 'react';

/** A part that scrolls by itself. It takes the focus, since without a mouse there is no other way to scroll it (axe: scrollable-region-focusable). */
export function ScrollArea({ name, className = 'overflow-x-auto', children }: ScrollAreaProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolling is the interaction
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields
    <div role="group" aria-label={name} tabIndex={0} className={`relative ${className}`}>
      {children}
    </div>
  );
}

interface ScrollAreaProps {
  readonly name: string;
  readonly className?: string;
  readonly children: ReactNode;
}
