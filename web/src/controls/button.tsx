import type { ComponentProps } from 'react';
import { Icon, type IconName } from './icon.tsx';

interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: ButtonLook;
  readonly icon?: IconName;
  /** Work is under way: the button says so and takes no second press, but keeps the focus. */
  readonly busy?: boolean;
}

export function Button({ look = 'secondary', icon, busy = false, children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? undefined : onClick}
      className={buttonClass(look, rest.className)}
    >
      {busy ? <Spinner /> : icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';

/** The same look for links that act like buttons, and for React Aria's buttons. */
export function buttonClass(look: ButtonLook, extra = ''): string {
  return `inline-flex min-h-8 items-center justify-center gap-2 rounded-base px-3 py-1.5 text-14 font-medium transition-colors duration-150 disabled:opacity-55 aria-disabled:opacity-55 ${looks[look]} ${extra}`;
}

const looks = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  secondary: 'border border-line-strong bg-surface text-ink hover:bg-sunken',
  quiet: 'text-soft hover:bg-pressed hover:text-ink',
  danger: 'border border-bad/50 bg-surface text-bad hover:bg-bad-tint',
} as const satisfies Record<ButtonLook, string>;

function Spinner() {
  return (
    <span
      aria-hidden="true"
      className="size-3.5 animate-spin rounded-full border-2 border-current border-r-transparent motion-reduce:hidden"
    />
  );
}
