/** How a link within a page looks; tall enough to be hit with a finger (WCAG 2.2, 2.5.8). */
export const textLinkClass =
  'inline-flex min-h-6 items-center text-accent underline decoration-line-strong underline-offset-4 hover:decoration-current';
