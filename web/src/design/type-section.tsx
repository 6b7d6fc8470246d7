import { useTranslation } from 'react-i18next';
import { Panel } from '../controls/panel.tsx';

export function TypeSection() {
  const { t } = useTranslation();
  return (
    <Panel title={t('design.type')}>
      <dl className="grid gap-3">
        {sizes.map(([size, look]) => (
          <div key={size} className="grid gap-x-6 gap-y-1 sm:grid-cols-[3rem_minmax(0,1fr)] sm:items-baseline">
            <dt className="font-mono text-12 text-muted">{size}</dt>
            <dd className={`min-w-0 break-words text-ink ${look}`}>{t('signIn.promise')} 0123456789</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

const sizes = [
  ['40', 'text-40 font-strong tracking-tight'],
  ['28', 'text-28 font-strong tracking-tight'],
  ['20', 'text-20 font-strong tracking-tight'],
  ['16', 'text-16 font-strong'],
  ['14', 'text-14'],
  ['13', 'text-13 font-medium'],
  ['12', 'text-12'],
] as const;
