/** Which slide is on the wall. The place is kept by the slide's id, so that a new number does not move what is shown. */
export interface Rotation {
  readonly shown: string | null;
  readonly paused: boolean;
}

export type RotationStep = { readonly kind: 'by'; readonly places: number } | { readonly kind: 'pause' };

export function rotate(rotation: Rotation, step: RotationStep, ids: readonly string[]): Rotation {
  if (step.kind === 'pause') return { ...rotation, paused: !rotation.paused };
  const at = placeOf(rotation, ids);
  const next = ids[(at + step.places + ids.length) % ids.length];
  return next === undefined ? rotation : { ...rotation, shown: next };
}

/** The first slide where the one that was shown is gone. */
export function placeOf({ shown }: Rotation, ids: readonly string[]): number {
  return Math.max(0, shown === null ? 0 : ids.indexOf(shown));
}

/** Seconds for each slide, from the address: 12 unless told, and never so fast that it flickers. */
export function secondsFrom(text: string | null): number {
  const asked = Number(text);
  return text === null || !Number.isFinite(asked) ? 12 : Math.min(600, Math.max(5, asked));
}
