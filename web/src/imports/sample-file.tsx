import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { textLinkClass } from '../controls/text-link.ts';
import { tellFailed } from '../toasts/toasts.ts';

/** A made-up export in the reader's language, for whoever has none at hand: to read, or to see what would become of it. */
export function SampleFile({ onTake }: { onTake: (file: File) => void }) {
  const { t, i18n } = useTranslation();
  const [busy, setBusy] = useState(false);
  const name = `sessions-${i18n.language}.csv`;
  const address = `/samples/${name}`;
  const take = async () => {
    setBusy(true);
    try {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(`the sample answered ${answer.status}`);
      onTake(new File([await answer.blob()], name, { type: 'text/csv' }));
    } catch {
      tellFailed(t('toasts.failed'));
    }
    setBusy(false);
  };
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Button icon="file" busy={busy} onClick={() => void take()}>
        {t('sample.try')}
      </Button>
      <a href={address} download={name} className={textLinkClass}>
        {t('sample.download')}
      </a>
      <p className="max-w-[60ch] flex-1 basis-60 text-13 text-muted">{t('sample.note')}</p>
    </div>
  );
}
