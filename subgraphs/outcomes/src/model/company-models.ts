import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { Scorer } from '../domain/q2q/score-text.ts';
import { drawnForCanary } from '../domain/registry/draw-canary.ts';
import { type ModelVersion, readsAlike, scoringName, versionOf } from '../domain/registry/model-version.ts';
import { type Canary, type Chosen, type RegistryState, registryAt } from '../domain/registry/registry-state.ts';
import { effectiveThresholds, type ThresholdInForce, thresholdsInForce } from '../domain/registry/threshold-rules.ts';
import type { ModelActRow, ModelOverrideRow, StoredVersionRow } from '../rows/model.ts';
import { ModelRegistryStore } from '../store/model-registry-store.ts';
import { isHere, scorerOf } from './local-model.ts';
import { modelRules, repositoryVersions } from './repository-versions.ts';

/** What a company decided about models, and what follows from it now. */
export async function companyModels(tx: TenantTransaction): Promise<CompanyModels> {
  const store = new ModelRegistryStore(tx);
  const [stored, acts, override] = await Promise.all([store.versions(), store.acts(), store.override()]);
  return new CompanyModels({ stored, acts, override });
}

export class CompanyModels {
  /** By name: those of the repository and the company's own. What is stored under a name is what the name stands for here. */
  readonly versions: ReadonlyMap<string, RegisteredVersion>;
  readonly acts: readonly ModelActRow[];
  readonly override: ModelOverrideRow | null;
  readonly state: RegistryState;
  /** The version that scores: the last one chosen whose model file is here. */
  readonly active: Chosen;
  /** The canary, while its model file is here. */
  readonly canary: Canary | null;
  /** What reads a share of texts unseen, while its model file is here and it does not score anyway. */
  readonly shadow: Shadow | null;

  constructor({ stored, acts, override }: RegistryRows) {
    const repository = repositoryVersions().map((version) => ({
      ...{ ...version, origin: 'REPOSITORY' as const, note: null, madeAt: null },
    }));
    this.versions = new Map([...repository, ...stored].map((version) => [version.version, version]));
    this.acts = acts;
    this.override = override;
    this.state = registryAt(acts, modelRules().default, new Date());
    this.active = this.state.stack.findLast(({ version }) => this.isHere(version)) ?? {
      ...{ version: modelRules().default, since: null },
    };
    const { canary } = this.state;
    this.canary = canary !== null && this.isHere(canary.version) ? canary : null;
    const shadow = this.state.shadow === undefined ? shadowOfPlatform() : this.state.shadow;
    this.shadow =
      shadow !== null && shadow.version !== this.active.version && this.isHere(shadow.version) ? shadow : null;
  }

  /** Whether texts can be scored with a version. */
  isHere(version: string): boolean {
    const found = this.versions.get(version);
    return found !== undefined && isHere(found);
  }

  /** A version as it is, without what the company overrides; null where it cannot score. */
  scorerOf(version: string): Scorer | null {
    const found = this.versions.get(version);
    return found ? scorerOf(found) : null;
  }

  /** A version as it would score here, with the company's own thresholds and the floors of today; null where its file is not here. */
  effectiveScorerOf(name: string): Scorer | null {
    const version = this.versions.get(name);
    if (!version) return null;
    const thresholds = effectiveThresholds(version.thresholds, this.override?.thresholds ?? null, modelRules());
    return scorerOf(version, { name: scoringName(name, this.overrideInForce), thresholds });
  }

  /** From which confidence on a text counts where a version scores, and why; empty for a version that nobody knows. */
  thresholdsOf(name: string): readonly ThresholdInForce[] {
    const version = this.versions.get(name);
    return version ? thresholdsInForce(version.thresholds, this.override?.thresholds ?? null, modelRules()) : [];
  }

  /** What reads texts as the version behind a score did; null where that is no longer here. */
  readerOf(modelVersion: string): Scorer | null {
    return this.scorerOf(versionOf(modelVersion));
  }

  /** Whether two names of scores stand for the same reading of a text, whatever thresholds it had to pass. */
  readAlike(one: string, other: string): boolean {
    const [version, compared] = [this.versions.get(versionOf(one)), this.versions.get(versionOf(other))];
    return version !== undefined && compared !== undefined && readsAlike(version, compared);
  }

  /** What scores a text now: the canary where the text is drawn for it, otherwise the active version; with the company's thresholds. */
  scoring(): Scoring {
    const active = this.#scoringOf(this.active.version);
    const shadowFor = this.#shadowing();
    const { canary } = this;
    if (canary === null) return { active, for: () => active, shadowFor };
    const other = this.#scoringOf(canary.version);
    return { active, for: (textId) => (drawnForCanary(canary, textId) ? other : active), shadowFor };
  }

  #shadowing(): Scoring['shadowFor'] {
    const { shadow } = this;
    if (shadow === null) return () => null;
    const scorer = this.#scoringOf(shadow.version);
    const { version, share } = shadow;
    // Other texts than a canary of the same version would draw.
    return (textId) => (drawnForCanary({ version: `shadow ${version}`, share }, textId) ? scorer : null);
  }

  #scoringOf(name: string): Scorer {
    const scorer = this.effectiveScorerOf(name);
    if (!scorer) throw new Error(`the version ${name} cannot score: its model file is not here`);
    return scorer;
  }

  /** The revision of the company's own thresholds; null where it has none, or took them back. */
  get overrideInForce(): number | null {
    return this.override && Object.keys(this.override.thresholds).length > 0 ? this.override.revision : null;
  }
}

/** What the installation has every company's texts read by, until the company decides for itself. */
function shadowOfPlatform(): Shadow | null {
  const { version, share } = modelRules().shadow;
  return share > 0 ? { version, share, since: null } : null;
}

interface RegistryRows {
  readonly stored: readonly StoredVersionRow[];
  /** In the order in which they were made. */
  readonly acts: readonly ModelActRow[];
  readonly override: ModelOverrideRow | null;
}

export interface RegisteredVersion extends ModelVersion {
  readonly origin: 'REPOSITORY' | 'COMPANY' | 'TUNED';
  readonly note: string | null;
  /** Null where it is not stored: no text of the company has been scored with it, and nothing was decided about it. */
  readonly madeAt: Date | null;
}

export interface Shadow extends Omit<Canary, 'since'> {
  /** Null of the installation's own. */
  readonly since: Date | null;
}

export interface Scoring {
  readonly active: Scorer;
  for(textId: string): Scorer;
  /** What reads a text unseen; null where nothing does. */
  shadowFor(textId: string): Scorer | null;
  /** Whether a remote model is to read the texts once they are scored. */
  readonly thenRemotely?: boolean;
}
