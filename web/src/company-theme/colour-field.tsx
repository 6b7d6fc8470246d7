import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../controls/text-field.tsx';
import { isColour } from './theme-draft.ts';

/** A colour by the browser's picker, or by its digits. */
export function ColourField({ label, help, value, onChange }: ColourFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
      <input
        type="color"
        aria-label={t('companyTheme.pick', { colour: label })}
        value={isColour(value) ? value : '#000000'}
        onChange={(event) => onChange(event.target.value)}
        className="mt-6 size-9 cursor-pointer rounded-base border border-control bg-surface p-1"
      />
      <TextField
        id={id}
        label={label}
        help={help}
        error={isColour(value) ? null : t('companyTheme.noColour')}
        value={value}
        maxLength={7}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value.trim().toLowerCase())}
        className="font-mono"
      />
    </div>
  );
}

interface ColourFieldProps {
  readonly label: string;
  readonly help: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}
