import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';

/** One thing that a list is narrowed by, in words, with the button that takes it away. */
export function FilterChip({ words, onRemove }: { words: string; onRemove: () => void }) {
  const { t } = useTranslation();
  return (
    <span className="inline-flex min-h-7 items-center gap-1 rounded-full bg-accent-soft py-0.5 pr-1 pl-3 text-13 text-ink">
      {words}
      <button
        type="button"
        onClick={onRemove}
        aria-label={t('removeFilter', { filter: words })}
        className="grid size-6 place-items-center rounded-full text-soft hover:bg-pressed hover:text-ink"
      >
        <Icon name="close" className="size-3" />
      </button>
    </span>
  );
}
