import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import { accountResult } from '../domain/sroi/account-result.ts';
import { sroiMetric } from '../domain/sroi/sroi-metric.ts';
import { keepMetric } from '../store/metric-writes.ts';
import { SroiAccountStore } from '../store/sroi-account-store.ts';

/** Computes the social return of a company that has an account; resolves to the metric's id when it changed. */
export async function computeSocialReturn(tx: TenantTransaction): Promise<string[]> {
  const accounts = new SroiAccountStore(tx);
  const account = await accounts.find();
  if (account === null) return [];
  const gained = await accounts.gained(account.from, account.to);
  return keepMetric(tx, sroiMetric(account, accountResult(account, gained)));
}
