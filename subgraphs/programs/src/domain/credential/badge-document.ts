import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson, type DataIntegrityProof, dataIntegrityProof, type JsonObject } from './data-integrity.ts';

/** 256 KiB: a badge with a picture in it. */
export const maximumDocumentBytes = 256 * 1024;

const oneOrMany = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([z.array(schema), schema.transform((one) => [one])]);
const named = z.union([
  z.string().transform((id) => ({ id, name: undefined })),
  z.looseObject({ id: z.string(), name: z.unknown() }),
]);

const identity = z.looseObject({
  identityHash: z.string(),
  identityType: z.string(),
  hashed: z.boolean(),
  salt: z.string().optional(),
});

const status = z.looseObject({
  id: z.string().optional(),
  type: oneOrMany(z.string()),
  statusPurpose: z.string().optional(),
  statusListIndex: z.union([z.string(), z.number()]).optional(),
  statusListCredential: z.string().optional(),
});
export type CredentialStatusEntry = z.infer<typeof status>;

const badge = z.looseObject({
  '@context': z.array(z.unknown()).min(1),
  id: z.string().min(1).max(2_000).optional(),
  type: oneOrMany(z.string()),
  issuer: named,
  validFrom: z.string().optional(),
  validUntil: z.string().optional(),
  // The names of data model 1.1, which earlier badges of version 3.0 have.
  issuanceDate: z.string().optional(),
  expirationDate: z.string().optional(),
  credentialSubject: z.looseObject({
    id: z.string().optional(),
    email: z.string().optional(),
    identifier: oneOrMany(identity).optional(),
    achievement: z.looseObject({ id: z.string(), name: z.unknown() }),
  }),
  credentialStatus: oneOrMany(status).optional(),
});

/** An Open Badge 3.0 taken apart. Nothing in it is verified by reading it. */
export interface BadgeDocument {
  readonly raw: JsonObject;
  readonly id: string | null;
  readonly issuer: string;
  readonly issuerName: string | null;
  readonly achievementId: string;
  readonly achievement: string;
  readonly validFrom: Date | null;
  readonly validUntil: Date | null;
  readonly subject: z.infer<typeof badge>['credentialSubject'];
  readonly status: readonly CredentialStatusEntry[];
  readonly proofs: readonly DataIntegrityProof[];
  readonly hasProof: boolean;
}

export type ReadBadge =
  | { readonly ok: true; readonly badge: BadgeDocument }
  | { readonly ok: false; readonly detail: string };

/** The document as an object, or undefined when the text is no JSON object. */
export function jsonObjectOf(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
  } catch {
    return undefined;
  }
}

/** The same document, however it was spaced and ordered, has the same hash. */
export function hashOfDocument(document: JsonObject): string {
  return createHash('sha256').update(canonicalJson(document)).digest('hex');
}

export function readBadge(raw: JsonObject): ReadBadge {
  const parsed = badge.safeParse(raw);
  if (!parsed.success) return { ok: false, detail: describe(parsed.error) };
  const { data } = parsed;
  if (!data.type.includes('VerifiableCredential') || !data.type.some((type) => badgeTypes.has(type))) {
    return { ok: false, detail: 'type: it is no OpenBadgeCredential' };
  }
  const validFrom = instant(data.validFrom ?? data.issuanceDate);
  const validUntil = instant(data.validUntil ?? data.expirationDate);
  if (validFrom === undefined || validUntil === undefined)
    return { ok: false, detail: 'validFrom, validUntil: no instant' };
  const proofs = [raw.proof ?? []].flat();
  const { achievement } = data.credentialSubject;
  return {
    ok: true,
    badge: {
      raw,
      id: data.id ?? null,
      issuer: data.issuer.id,
      issuerName: textOf(data.issuer.name),
      achievementId: achievement.id,
      achievement: textOf(achievement.name) ?? achievement.id,
      validFrom,
      validUntil,
      subject: data.credentialSubject,
      status: data.credentialStatus ?? [],
      hasProof: proofs.length > 0,
      proofs: proofs.flatMap((each) => dataIntegrityProof.safeParse(each).data ?? []),
    },
  };
}

const badgeTypes = new Set(['OpenBadgeCredential', 'AchievementCredential']);

/** A name may be a text, or a text for each of several languages. */
function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.slice(0, 300);
  if (Array.isArray(value)) return textOf(value[0]);
  if (typeof value === 'object' && value !== null && '@value' in value) return textOf(value['@value']);
  return null;
}

/** Null when there is none, undefined when the text is no XML Schema dateTimeStamp. */
function instant(text: string | undefined): Date | null | undefined {
  if (text === undefined) return null;
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return undefined;
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function describe(error: z.ZodError): string {
  const [first] = error.issues;
  return `${first?.path.join('.') || 'document'}: ${first?.message ?? 'not readable'}`.slice(0, 200);
}
