/**
 * Whose scores are compared: in the current window those of the version that made most of them, in the reference those of the same version,
 * or of the one that made most there where it had not scored yet. A canary or a remote model that reads a few texts is no drift.
 */
export function measuredVersions(counts: readonly VersionCount[]): MeasuredVersions {
  const most = (window: VersionCount['window']): string | null =>
    counts
      .filter((one) => one.window === window)
      .reduce<VersionCount | null>((best, one) => (best === null || one.count > best.count ? one : best), null)
      ?.version ?? null;
  const current = most('current');
  const hasScored = counts.some(({ window, version }) => window === 'reference' && version === current);
  return { current, reference: hasScored ? current : most('reference') };
}

export interface VersionCount {
  readonly window: 'reference' | 'current';
  /** Without the company's own thresholds. */
  readonly version: string;
  readonly count: number;
}

/** Null where nothing was scored in the window. */
export interface MeasuredVersions {
  readonly current: string | null;
  readonly reference: string | null;
}
