import type { IssuedApiKey } from '@teei/runtime/api-key';
import { newId } from '@teei/runtime/id';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { ApiKeyRow } from '../rows.ts';
import { withPrisma } from './prisma.ts';

export interface NewApiKey {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresAt: Date;
  /** `actorOf(viewer)`. */
  readonly createdBy: string;
}

const shown = {
  id: true,
  name: true,
  prefix: true,
  scopes: true,
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
  revokedAt: true,
  replacedBy: true,
} as const;

/** Changes of the API keys of one company. */
export class ApiKeyWrites {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  insert({ scopes, ...key }: NewApiKey, { prefix, hash }: IssuedApiKey): Promise<ApiKeyRow> {
    const data = { id: newId(), companyId: this.#tx.companyId, prefix, hash, scopes: [...scopes], ...key };
    return withPrisma(this.#tx, (prisma) => prisma.apiKey.create({ data, select: shown }));
  }

  update(id: string, data: { expiresAt?: Date; revokedAt?: Date; replacedBy?: string }): Promise<ApiKeyRow> {
    const where = { companyId_id: { companyId: this.#tx.companyId, id } };
    return withPrisma(this.#tx, (prisma) => prisma.apiKey.update({ where, data, select: shown }));
  }
}
