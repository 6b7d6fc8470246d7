import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../controls/button.tsx';
import { Icon } from '../controls/icon.tsx';
import { Panel } from '../controls/panel.tsx';
import type { ThemeTokensFragment } from '../generated/graphql.ts';
import { fonts } from './fonts.ts';
import type { ThemeDraft } from './theme-draft.ts';
import { useFaces } from './use-faces.ts';

/** A piece of the cockpit in the draft's look, in light and in dark, whatever the page around it is in. */
export function ThemePreview({ draft, tokens }: { draft: ThemeDraft; tokens: readonly ThemeTokensFragment[] }) {
  const { t } = useTranslation();
  const { faces, family } = fonts[draft.font];
  useFaces(faces);
  return (
    <Panel title={t('companyTheme.preview')} note={t('companyTheme.previewNote')}>
      <div className="grid gap-3 sm:grid-cols-2">
        {(['light', 'dark'] as const).map((look) => (
          <div
            key={look}
            data-theme={look}
            className="overflow-hidden rounded-base border border-line bg-paper text-ink"
            style={styleOf(tokens, look, family)}
          >
            <Sample logo={draft.logo} />
          </div>
        ))}
      </div>
    </Panel>
  );
}

function styleOf(tokens: readonly ThemeTokensFragment[], look: 'light' | 'dark', fontFamily: string): CSSProperties {
  const properties = tokens.map((token) => [`--${token.name}`, token[look]]);
  return { ...Object.fromEntries(properties), fontFamily };
}

function Sample({ logo }: { logo: string | null }) {
  const { t } = useTranslation();
  return (
    <div className="grid gap-3 p-4">
      <div className="flex min-h-8 items-center">
        {logo === null ? (
          <span className="font-strong">{t('productName')}</span>
        ) : (
          <img src={logo} alt="" className="h-8 max-w-40 rounded-base bg-[#fff] object-contain p-1" />
        )}
      </div>
      <p className="flex min-h-8 items-center gap-2 rounded-base bg-accent-soft px-2.5 text-14 font-medium">
        <Icon name="dashboard" />
        {t('dashboard.title')}
      </p>
      <div className="grid gap-2 rounded-base border border-line bg-surface p-3">
        <p className="text-13 text-muted">{t('metric.SESSIONS')}</p>
        <p className="text-28 font-strong tabular-nums">1 284</p>
        <svg aria-hidden="true" viewBox="0 0 200 32" className="h-8 w-full" preserveAspectRatio="none">
          <path d="M0 26 40 20l40 4 40-12 40 3 40-11" fill="none" stroke="var(--accent-3)" strokeWidth="2" />
        </svg>
        <p className="text-13 text-accent underline underline-offset-4">{t('companyTheme.sampleLink')}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        <span className={buttonClass('primary')}>{t('companyTheme.sampleButton')}</span>
        <span className={buttonClass('secondary')}>{t('cancel')}</span>
      </div>
    </div>
  );
}
