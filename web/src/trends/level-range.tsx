/** A level between 0 and 1 with the range that it is known to. The numbers in the same row say the same. */
export function LevelRange({ level, range }: { level: number; range: { low: number; high: number } | null }) {
  return (
    <div aria-hidden="true" className="relative my-2 h-2 rounded-full bg-pressed">
      <span className="absolute inset-y-0 left-1/2 w-px bg-control" />
      {range !== null && (
        <span
          className="absolute inset-y-0 rounded-full bg-accent-mark/45"
          style={{ left: `${range.low * 100}%`, width: `${(range.high - range.low) * 100}%` }}
        />
      )}
      <span
        className="absolute top-1/2 size-3 -translate-1/2 rounded-full border-2 border-surface bg-accent"
        style={{ left: `${level * 100}%` }}
      />
    </div>
  );
}
