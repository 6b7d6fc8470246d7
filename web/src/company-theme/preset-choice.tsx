import { useTranslation } from 'react-i18next';
import type { ThemeEditorQuery, ThemePreset } from '../generated/graphql.ts';

type Preset = NonNullable<ThemeEditorQuery['themePresets']>[number];

/** Colours to begin from, each with its name beside them. */
export function PresetChoice({ presets, chosen, onChoose }: PresetChoiceProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 text-13 font-medium text-ink">{t('companyTheme.presets')}</legend>
      <div className="flex flex-wrap gap-1.5">
        {presets.map(({ preset, primary, secondary }) => (
          <label
            key={preset}
            className="inline-flex min-h-9 cursor-pointer items-center gap-2 rounded-base border border-line-strong bg-surface px-3 text-13 text-soft hover:bg-sunken has-checked:border-accent has-checked:bg-accent-soft has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="preset"
              className="sr-only"
              checked={chosen === preset}
              onChange={() => onChoose({ preset, primary, secondary })}
            />
            <span aria-hidden="true" className="flex">
              <span className="size-4 rounded-full border border-line" style={{ background: primary }} />
              <span className="-ml-1 size-4 rounded-full border border-line" style={{ background: secondary }} />
            </span>
            {t(`companyTheme.preset.${preset}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface PresetChoiceProps {
  readonly presets: readonly Preset[];
  readonly chosen: ThemePreset | null;
  readonly onChoose: (colours: { preset: ThemePreset; primary: string; secondary: string }) => void;
}
