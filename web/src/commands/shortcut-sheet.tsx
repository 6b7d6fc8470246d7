import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SingleKeysChoice } from '../account/single-keys-choice.tsx';
import { ModalDrawer } from '../controls/modal-drawer.tsx';
import { destinations, openTo } from '../frame/destinations.ts';

/** All keys, of which those of one letter can be switched off right here. */
export function ShortcutSheet({ scopes, onClose }: { scopes: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <ModalDrawer title={t('shortcuts.title')} subtitle={t('shortcuts.note')} onClose={onClose}>
      <div className="grid gap-6">
        <Keys title={t('shortcuts.everywhere')}>
          <Line words={t('commands.open')} keys={[modifier, 'K']} />
          <Line words={t('shortcuts.title')} keys={['?']} />
          <Line words={t('close')} keys={['Esc']} />
        </Keys>
        <Keys title={t('shortcuts.goTo')}>
          {openTo(destinations, scopes).map(({ to, title, key }) => (
            <Line key={to} words={t(title)} keys={['G', key.toUpperCase()]} then />
          ))}
        </Keys>
        <Keys title={t('shortcuts.onPages')}>
          <Line words={t('chart.asTable')} keys={['T']} />
          <Line words={t('review.previous')} keys={['K']} />
          <Line words={t('review.next')} keys={['J']} />
          <Line words={t('shortcuts.decide')} keys={['1', '…', '4']} />
          <Line words={t('shortcuts.takeBack')} keys={['U']} />
        </Keys>
        <div className="border-t border-line pt-4">
          <SingleKeysChoice />
        </div>
      </div>
    </ModalDrawer>
  );
}

function Keys({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-1.5">
      <h3 className="text-13 font-medium text-muted">{title}</h3>
      <dl className="grid">{children}</dl>
    </section>
  );
}

function Line({ words, keys, then = false }: { words: string; keys: readonly string[]; then?: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="flex min-h-8 items-center justify-between gap-4 border-b border-line py-1 last:border-0">
      <dt className="text-14 text-ink">{words}</dt>
      <dd className="flex items-center gap-1.5 text-12 text-muted">
        {keys.map((key, index) => (
          <Fragment key={key}>
            {index > 0 && then && <span>{t('shortcuts.then')}</span>}
            {key === '…' ? (
              <span>…</span>
            ) : (
              <kbd className="grid min-h-6 min-w-6 place-items-center rounded-base border border-line-strong bg-sunken px-1.5 font-mono text-12 text-soft">
                {key}
              </kbd>
            )}
          </Fragment>
        ))}
      </dd>
    </div>
  );
}

const modifier = /mac|iphone|ipad/i.test(navigator.platform) ? '⌘' : 'Ctrl';
