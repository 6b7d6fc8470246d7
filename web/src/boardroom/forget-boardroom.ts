import { ownerKey } from './snapshot-owner.ts';
import { forgetSnapshots } from './snapshot-store.ts';

/** Nothing of the boardroom is left for whoever uses this browser next. */
export async function forgetBoardroom(): Promise<void> {
  localStorage.removeItem(ownerKey);
  await forgetSnapshots();
}
