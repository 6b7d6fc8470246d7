import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A drawing that leads to who and what is behind it. */
export function MarkButton({ name, onOpen, children }: { name: string; onOpen: () => void; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      onClick={onOpen}
      aria-label={t('trends.group.open', { name })}
      className="block min-h-6 w-full rounded-base px-1 hover:bg-accent-tint"
    >
      {children}
    </button>
  );
}
