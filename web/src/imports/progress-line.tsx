/** A bar with its words. `share` is 0 to 1; null while nobody can say how far it is. */
export function ProgressLine({ label, share, words }: { label: string; share: number | null; words: string }) {
  return (
    <div className="grid gap-1.5">
      <div className="flex justify-between gap-4 text-13">
        <span className="text-soft">{label}</span>
        <span className="text-muted">{words}</span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(share === null ? {} : { 'aria-valuenow': Math.round(share * 100) })}
        className="h-2 overflow-hidden rounded-full bg-pressed"
      >
        <div
          className={`h-full rounded-full bg-accent-mark transition-[width] duration-200 ${share === null ? 'w-1/3 animate-pulse' : ''}`}
          style={share === null ? {} : { width: `${share * 100}%` }}
        />
      </div>
    </div>
  );
}
