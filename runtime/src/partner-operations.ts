/** What the router knows of operations that partners register: whether it would serve them to an API key, and which come with the platform. */
export interface PartnerOperations {
  /** One finding for each, in their order. */
  look(operations: readonly RegisteredOperation[]): readonly OperationFinding[];
  /** What every key may call, whatever its company has registered. */
  ofPlatform(): readonly RegisteredOperation[];
}

export interface RegisteredOperation {
  /** SHA-256 of the body, hexadecimal. */
  readonly hash: string;
  readonly name: string;
  readonly kind: OperationKind;
  readonly body: string;
}

export type OperationKind = 'QUERY' | 'MUTATION' | 'SUBSCRIPTION';

export interface OperationFinding {
  readonly problems: readonly OperationProblem[];
  /** What it may cost with the variables' defaults; null where it cannot be told. */
  readonly cost: number | null;
  readonly deprecations: readonly DeprecatedUse[];
}

/** Why the router would not serve an operation to any key. */
export interface OperationProblem {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  /** In the body, from 1; null where it is about the whole. */
  readonly line: number | null;
  readonly column: number | null;
}

export interface DeprecatedUse {
  /** Such as `Company.name`. */
  readonly field: string;
  readonly reason: string;
}
