/** A grey bar where something will stand. The page says once that it is loading; the bars are silent. */
export function Skeleton({ className = 'h-4 w-full' }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={`block rounded-base bg-pressed animate-[skeleton_1.4s_ease-in-out_infinite] ${className}`}
    />
  );
}
