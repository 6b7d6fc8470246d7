import { type ComponentProps, useId } from 'react';
import { Icon } from './icon.tsx';
import { inputClass } from './text-field.tsx';

interface SelectFieldProps extends ComponentProps<'select'> {
  readonly label: string;
  readonly labelHidden?: boolean;
}

/** The browser's own select: every platform's best behaviour with touch, keys and screen readers, at no weight. */
export function SelectField({ label, labelHidden = false, className = '', children, ...rest }: SelectFieldProps) {
  const own = useId();
  const id = rest.id ?? own;
  return (
    <div className={`grid gap-1.5 ${className}`}>
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'text-13 font-medium text-ink'}>
        {label}
      </label>
      <span className="relative grid">
        <select {...rest} id={id} className={`${inputClass} appearance-none truncate pr-8`}>
          {children}
        </select>
        <Icon
          name="chevron"
          className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-muted"
        />
      </span>
    </div>
  );
}
