import { useTranslation } from 'react-i18next';

/** Where a level lies between strong setback (0) and strong gain (1). The number beside it says the same. */
export function LevelScale({ level }: { level: number }) {
  const { t } = useTranslation();
  return (
    <div aria-hidden="true" className="grid gap-1">
      <div className="relative h-1.5 rounded-full bg-pressed">
        <span className="absolute inset-y-0 left-1/2 w-px bg-control" />
        <span
          className="absolute inset-y-0 rounded-full bg-accent-mark/55"
          style={{ left: `${Math.min(level, 0.5) * 100}%`, width: `${Math.abs(level - 0.5) * 100}%` }}
        />
        <span
          className="absolute top-1/2 size-3 -translate-1/2 rounded-full border-2 border-surface bg-accent"
          style={{ left: `${level * 100}%` }}
        />
      </div>
      <div className="flex justify-between text-12 text-muted">
        <span>{t('level.setback')}</span>
        <span>{t('level.gain')}</span>
      </div>
    </div>
  );
}
