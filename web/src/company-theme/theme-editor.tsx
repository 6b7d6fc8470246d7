import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { Panel } from '../controls/panel.tsx';
import { SelectField } from '../controls/select-field.tsx';
import type { ThemeEditorQuery, ThemeFont } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { RefusalNote } from '../states/refusal-note.tsx';
import { ColourField } from './colour-field.tsx';
import { ContrastPanel } from './contrast-panel.tsx';
import { fonts } from './fonts.ts';
import { LogoField } from './logo-field.tsx';
import { PresetChoice } from './preset-choice.tsx';
import { isColour, withColours } from './theme-draft.ts';
import { ThemePreview } from './theme-preview.tsx';
import { type EditedTheme, useThemeDraft } from './use-theme-draft.ts';

export function ThemeEditor({ theme, presets, onStale }: ThemeEditorProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { draft, said, check, busy, error, change, save, remove } = useThemeDraft(theme, onStale);
  const complete = isColour(draft.primary) && isColour(draft.secondary);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (complete) void save();
  };
  return (
    <div className="grid gap-5 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)] lg:items-start">
      <Panel
        title={t('companyTheme.look')}
        note={
          theme
            ? t('companyTheme.changed', { time: format.dateTime(theme.changedAt), name: theme.changedBy?.name ?? '–' })
            : t('companyTheme.asItComes')
        }
      >
        <form onSubmit={submit} noValidate className="grid gap-5">
          {error !== undefined && <FailureNote error={error} />}
          {said.kind === 'refused' && <RefusalNote refusal={said.refusal} />}
          <PresetChoice
            presets={presets}
            chosen={draft.preset}
            onChoose={(colours) => change({ ...draft, ...colours })}
          />
          <ColourField
            label={t('companyTheme.primary')}
            help={t('companyTheme.primaryHelp')}
            value={draft.primary}
            onChange={(primary) => change(withColours(draft, { primary }))}
          />
          <ColourField
            label={t('companyTheme.secondary')}
            help={t('companyTheme.secondaryHelp')}
            value={draft.secondary}
            onChange={(secondary) => change(withColours(draft, { secondary }))}
          />
          <SelectField
            label={t('companyTheme.font')}
            value={draft.font}
            onChange={(event) => change({ ...draft, font: event.target.value as ThemeFont })}
          >
            {Object.entries(fonts).map(([font, { name }]) => (
              <option key={font} value={font}>
                {name}
              </option>
            ))}
          </SelectField>
          <LogoField logo={draft.logo} onChange={(logo) => change({ ...draft, logo })} />
          <p role="status" className="text-13 text-good empty:hidden">
            {said.kind === 'saved' ? t('companyTheme.saved') : ''}
          </p>
          <div className="flex flex-wrap gap-2">
            <Button type="submit" look="primary" busy={busy} disabled={!complete}>
              {t('companyTheme.save')}
            </Button>
            {theme !== null && (
              <Button busy={busy} onClick={() => void remove()}>
                {t('companyTheme.remove')}
              </Button>
            )}
          </div>
        </form>
      </Panel>
      <div className="grid gap-5">
        {check !== null && <ThemePreview draft={draft} tokens={check.tokens} />}
        {check !== null && (
          <ContrastPanel
            check={check}
            refused={said.kind === 'tooLow'}
            onCorrect={(proposal) => change(withColours(draft, proposal))}
          />
        )}
      </div>
    </div>
  );
}

interface ThemeEditorProps {
  readonly theme: EditedTheme;
  readonly presets: NonNullable<ThemeEditorQuery['themePresets']>;
  /** The theme is another one now. */
  readonly onStale: () => void;
}
