import { createHash } from 'node:crypto';

/** What a line of the audit log says; every part of it is in its hash. */
export interface AuditLine {
  readonly companyId: string;
  /** From 1, without gaps. */
  readonly position: number;
  readonly id: string;
  readonly action: string;
  readonly actor: string;
  readonly target: string | null;
  readonly detail: unknown;
  readonly occurredAt: Date;
}

export interface ChainedLine extends AuditLine {
  readonly previousHash: string;
  readonly hash: string;
}

/** Where a chain ends: the place and the hash that the next line carries on from. */
export interface ChainEnd {
  readonly position: number;
  readonly hash: string;
}

export const emptyChain: ChainEnd = { position: 0, hash: '0'.repeat(64) };

/** SHA-256 in hexadecimal over the line as canonical JSON together with the hash of the line before it. */
export function auditHash(
  { companyId, position, id, action, actor, target, detail, occurredAt }: AuditLine,
  previousHash: string,
): string {
  const said = {
    action,
    actor,
    companyId,
    detail,
    id,
    occurredAt: occurredAt.toISOString(),
    position,
    previousHash,
    target,
  };
  return createHash('sha256').update(canonicalJson(said)).digest('hex');
}

/** Puts lines behind the end of a chain. */
export function chain(end: ChainEnd, lines: readonly Omit<AuditLine, 'position'>[]): ChainedLine[] {
  const chained: ChainedLine[] = [];
  let { position, hash } = end;
  for (const line of lines) {
    const previousHash = hash;
    const placed = { ...line, position: ++position };
    hash = auditHash(placed, previousHash);
    chained.push({ ...placed, previousHash, hash });
  }
  return chained;
}

/** Whether a line stands where it belongs and says what it said when it was written. */
export function follows(end: ChainEnd, line: ChainedLine): boolean {
  return (
    line.position === end.position + 1 && line.previousHash === end.hash && line.hash === auditHash(line, end.hash)
  );
}

/** The first position from `first` on where the lines up to `end` do not hold; null where all of them do. */
export function checkChain(end: ChainEnd, first: number, lines: readonly ChainedLine[]): number | null {
  let last: ChainEnd = { position: first - 1, hash: lines[0]?.previousHash ?? emptyChain.hash };
  if (first === 1) last = emptyChain;
  for (const line of lines) {
    if (!follows(last, line)) return last.position + 1;
    last = line;
  }
  if (last.position === end.position) return last.hash === end.hash ? null : end.position;
  return last.position + 1;
}

/** JSON with the keys of every object in code unit order, as in RFC 8785: jsonb does not keep the order they came in. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
