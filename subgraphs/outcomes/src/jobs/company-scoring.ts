import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import { actorOf } from '@teei/runtime/viewer';
import { companyModels, type Scoring } from '../model/company-models.ts';
import { ModelRegistryStore } from '../store/model-registry-store.ts';
import { RemoteSettingStore } from '../store/remote-setting-store.ts';

/** What scores the company's texts now. Whatever scores is a row, so that a score can say what made it when the repository has gone on. */
export async function companyScoring(tx: TenantTransaction): Promise<Scoring> {
  const [models, setting] = await Promise.all([companyModels(tx), new RemoteSettingStore(tx).find()]);
  for (const chosen of [models.active, models.canary, models.shadow]) {
    const version = chosen && models.versions.get(chosen.version);
    if (version?.madeAt === null) await new ModelRegistryStore(tx).add(version, actorOf(tx.viewer));
  }
  return { ...models.scoring(), thenRemotely: setting !== null && setting.models.length > 0 };
}

/** How a job comes by what scores. */
export type FindScoring = (tx: TenantTransaction) => Promise<Scoring>;
