import type { Platform } from '@teei/runtime/create-subgraph';
import { defaultRetention } from '@teei/runtime/retention';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { ShownWordRetention } from './rows/words.ts';
import { WordRetentionStore } from './store/word-retention-store.ts';

/** For how many days words are kept where their company has not chosen. */
export function defaultWordDays({ retention = defaultRetention }: Pick<Platform, 'retention'>): number {
  return retention.words;
}

/** For how long a company keeps words: what it chose, or else the platform's time. */
export async function chosenRetention(tx: TenantTransaction, defaultDays: number): Promise<ShownWordRetention> {
  const chosen = await new WordRetentionStore(tx).find();
  return chosen ?? { days: defaultDays, revision: 0, changedBy: null, changedAt: null };
}
