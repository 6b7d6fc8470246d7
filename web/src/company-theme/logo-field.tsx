import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, buttonClass } from '../controls/button.tsx';
import { drawLogo } from './draw-logo.ts';

/** The picture at the top of the navigation. */
export function LogoField({ logo, onChange }: { logo: string | null; onChange: (logo: string | null) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [failed, setFailed] = useState(false);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    const drawn = await drawLogo(file).catch(() => undefined);
    setFailed(drawn === undefined);
    if (drawn !== undefined) onChange(drawn);
  };
  return (
    <div className="grid gap-1.5">
      <span id={`${id}-label`} className="text-13 font-medium text-ink">
        {t('companyTheme.logo')}
      </span>
      <div className="flex flex-wrap items-center gap-2">
        {logo !== null && (
          <img
            src={logo}
            alt={t('companyTheme.logoNow')}
            className="h-9 max-w-44 rounded-base border border-line bg-[#fff] object-contain p-1"
          />
        )}
        <label className={`${buttonClass('secondary')} cursor-pointer has-focus-visible:outline-2`}>
          {t(logo === null ? 'companyTheme.chooseLogo' : 'companyTheme.otherLogo')}
          <input
            type="file"
            accept="image/png,image/webp,image/svg+xml"
            className="sr-only"
            aria-describedby={`${id}-help`}
            onChange={(event) => {
              void take(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        </label>
        {logo !== null && (
          <Button look="quiet" onClick={() => onChange(null)}>
            {t('companyTheme.noLogo')}
          </Button>
        )}
      </div>
      <p id={`${id}-help`} className="text-12 text-muted">
        {t('companyTheme.logoHelp')}
      </p>
      {failed && (
        <p role="alert" className="text-12 font-medium text-bad">
          {t('companyTheme.logoFailed')}
        </p>
      )}
    </div>
  );
}
