import { type FormEvent, useEffect, useRef } from 'react';
import { Button } from './button.tsx';
import { inputClass } from './text-field.tsx';

/** Looks for words when asked to, not while they are typed. `value` is what is looked for now. */
export function SearchField({ id, label, submitLabel, value, hint, className, onSearch }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  // The address may change without the field: by Back, or by a chip that is taken away.
  useEffect(() => {
    if (field.current) field.current.value = value;
  }, [value]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch(field.current?.value ?? '');
  };
  return (
    <form onSubmit={submit} className={`grid content-start gap-1.5 ${className ?? ''}`}>
      <label htmlFor={id} className="text-13 font-medium text-ink">
        {label}
      </label>
      <span className="flex gap-2">
        <input
          ref={field}
          id={id}
          type="search"
          defaultValue={value}
          placeholder={hint}
          autoComplete="off"
          maxLength={100}
          className={inputClass}
        />
        <Button type="submit">{submitLabel}</Button>
      </span>
    </form>
  );
}

interface SearchFieldProps {
  id: string;
  label: string;
  submitLabel: string;
  value: string;
  hint?: string;
  className?: string;
  onSearch: (words: string) => void;
}
