/**
 * What was decided about versions, read at one moment. A decision counts from its time on; one that is made later and takes effect first
 * takes the place of what was planned before it.
 * @param acts in the order in which they were made
 * @param base the version that scores where nobody has chosen one
 */
export function registryAt(acts: readonly ModelAct[], base: string, at: Date): RegistryState {
  const choices = acts.filter(isChoice);
  const standing = choices.filter((act, place) => !choices.slice(place + 1).some((later) => comesFirst(later, act)));
  const past = standing.filter(({ effectiveFrom }) => effectiveFrom <= at);
  const stack: Chosen[] = [{ version: base, since: null }];
  for (const act of past) {
    if (act.act === 'ROLLED_BACK') {
      if (stack.length > 1) stack.pop();
    } else if (stack.at(-1)?.version !== act.version) {
      stack.push({ version: act.version, since: act.effectiveFrom });
    }
  }
  const [next] = standing.filter(({ effectiveFrom }) => effectiveFrom > at);
  return {
    stack,
    scheduled: next ? { version: next.version, effectiveFrom: next.effectiveFrom } : null,
    canary: canaryAt(acts, at),
    shadow: shadowAt(acts, at),
  };
}

function isChoice({ act }: ModelAct): boolean {
  return act === 'ACTIVATED' || act === 'PROMOTED' || act === 'ROLLED_BACK';
}

function comesFirst(later: ModelAct, act: ModelAct): boolean {
  return later.effectiveFrom < act.effectiveFrom;
}

/** The canary that was started last, unless it was withdrawn, promoted or chosen for all texts since. */
function canaryAt(acts: readonly ModelAct[], at: Date): Canary | null {
  let canary: Canary | null = null;
  for (const { act, version, share, effectiveFrom } of acts) {
    if (effectiveFrom > at || isOfShadow(act)) continue;
    if (act === 'CANARY_STARTED') canary = { version, share: share ?? 0, since: effectiveFrom };
    else if (act === 'CANARY_WITHDRAWN' || version === canary?.version) canary = null;
  }
  return canary;
}

/** The shadow that was started last, unless it was stopped or chosen to score since; undefined where nobody decided about one. */
function shadowAt(acts: readonly ModelAct[], at: Date): Canary | null | undefined {
  let shadow: Canary | null | undefined;
  for (const { act, version, share, effectiveFrom } of acts) {
    if (effectiveFrom > at) continue;
    if (act === 'SHADOW_STARTED') shadow = { version, share: share ?? 0, since: effectiveFrom };
    else if (act === 'SHADOW_STOPPED' || ((act === 'ACTIVATED' || act === 'PROMOTED') && version === shadow?.version))
      shadow = null;
  }
  return shadow;
}

function isOfShadow(act: ModelAct['act']): boolean {
  return act === 'SHADOW_STARTED' || act === 'SHADOW_STOPPED';
}

export interface ModelAct {
  readonly act:
    | 'ACTIVATED'
    | 'ROLLED_BACK'
    | 'CANARY_STARTED'
    | 'CANARY_WITHDRAWN'
    | 'PROMOTED'
    | 'SHADOW_STARTED'
    | 'SHADOW_STOPPED';
  /** What scores from then on; of a canary or a shadow these. */
  readonly version: string;
  /** Of texts: of a canary over 0 to 0.5, of a shadow up to 1; null of anything else. */
  readonly share: number | null;
  readonly effectiveFrom: Date;
}

export interface RegistryState {
  /** The last one scores; a rollback goes back to the one before it. The first is the base. */
  readonly stack: readonly Chosen[];
  /** What will score from a later time on. */
  readonly scheduled: { readonly version: string; readonly effectiveFrom: Date } | null;
  readonly canary: Canary | null;
  /** Reads a share of texts unseen; null where it was stopped, undefined where nobody decided about one. */
  readonly shadow: Canary | null | undefined;
}

export interface Chosen {
  readonly version: string;
  /** Null for the base. */
  readonly since: Date | null;
}

export interface Canary {
  readonly version: string;
  readonly share: number;
  readonly since: Date;
}
