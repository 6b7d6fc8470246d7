import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setSingleKeys, singleKeysOn } from './single-keys.ts';

export function SingleKeysChoice() {
  const { t } = useTranslation();
  const [keysOn, setKeysOn] = useState(singleKeysOn);
  return (
    <label className="flex min-h-8 items-start gap-2.5">
      <input
        type="checkbox"
        checked={keysOn}
        onChange={({ target }) => {
          setSingleKeys(target.checked);
          setKeysOn(target.checked);
        }}
        className="mt-0.5 size-4 accent-accent"
      />
      <span className="grid">
        {t('account.keys.label')}
        <span className="text-13 text-muted">{t('account.keys.help')}</span>
      </span>
    </label>
  );
}
