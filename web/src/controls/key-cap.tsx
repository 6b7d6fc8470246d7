/** The key that does the same as the control it stands in. */
export function KeyCap({ name }: { name: string }) {
  return (
    <span aria-hidden="true" className="rounded-base border border-line-strong px-1.5 font-mono text-12 text-muted">
      {name}
    </span>
  );
}
