import { useTranslation } from 'react-i18next';
import { Icon } from '../controls/icon.tsx';

/** What the button of the command palette looks like, before and after the palette's keys have been loaded. */
export function CommandsButtonShape() {
  const { t } = useTranslation();
  return (
    <span className="flex min-h-8 w-full items-center gap-2.5 rounded-base border border-line-strong bg-surface px-2.5 py-1 text-14 text-muted hover:bg-pressed hover:text-ink md:group-data-collapsed:justify-center md:group-data-collapsed:border-transparent md:group-data-collapsed:bg-transparent">
      <Icon name="search" />
      <span className="truncate md:group-data-collapsed:sr-only">{t('commands.open')}</span>
      <span
        aria-hidden="true"
        className="ml-auto rounded-base border border-line-strong px-1.5 font-mono text-12 max-md:hidden md:group-data-collapsed:hidden"
      >
        {paletteKeys}
      </span>
    </span>
  );
}

const paletteKeys = /mac|iphone|ipad/i.test(navigator.platform) ? '⌘K' : 'Ctrl K';
