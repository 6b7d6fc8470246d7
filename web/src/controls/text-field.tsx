import { type ComponentProps, useId } from 'react';

interface TextFieldProps extends ComponentProps<'input'> {
  readonly label: string;
  readonly help?: string;
  readonly error?: string | null;
}

/** Label above, help below, the error beside the field that it is about. */
export function TextField({ label, help, error = null, ...rest }: TextFieldProps) {
  const own = useId();
  const id = rest.id ?? own;
  const notes = [help && `${id}-help`, error !== null && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-13 font-medium text-ink">
        {label}
      </label>
      <input
        {...rest}
        id={id}
        aria-describedby={notes || undefined}
        aria-invalid={error !== null || undefined}
        className={`${inputClass} ${rest.className ?? ''}`}
      />
      {help && (
        <p id={`${id}-help`} className="text-12 text-muted">
          {help}
        </p>
      )}
      {error !== null && (
        <p id={`${id}-error`} className="text-12 font-medium text-bad">
          {error}
        </p>
      )}
    </div>
  );
}

export const inputClass =
  'min-h-9 w-full rounded-base border border-control bg-surface px-2.5 py-1.5 text-14 text-ink placeholder:text-muted aria-invalid:border-bad';
