import { type Refused, refused } from '@teei/runtime/refusal';
import { actorOf } from '@teei/runtime/viewer';
import type { OutcomesContext } from '../context.ts';
import { reachedWarnings } from '../domain/remote/budget-rules.ts';
import type { ModelBudgetSaved } from '../generated/resolvers.ts';
import { remoteModel } from '../model/remote/remote-models.ts';
import type { RemoteSettingRow } from '../rows/remote-model.ts';
import { ModelSpendingStore } from '../store/model-spending-store.ts';
import { RemoteSettingStore } from '../store/remote-setting-store.ts';
import { noSetting, shownBudget } from './shown-budget.ts';
import { tellAudited } from './tell-audited.ts';

/** Makes a change in what a company chose beyond the local model, if it is still what the change started from. */
export async function saveRemoteSetting(
  context: OutcomesContext,
  revision: number,
  change: Partial<Setting>,
  action: string,
): Promise<({ readonly __typename: 'ModelBudgetSaved' } & ModelBudgetSaved) | Refused> {
  const store = new RemoteSettingStore(await context.tx());
  await store.lock();
  const before = (await store.find()) ?? noSetting;
  if (before.revision !== revision)
    return refused(
      'MODEL_SETTINGS_CHANGED',
      'The settings were changed since you read them.',
      'Read them again and make your change in what they are now.',
    );
  const setting = { ...before, ...change };
  await store.put(setting, actorOf(context.viewer));
  const spending = new ModelSpendingStore(await context.tx());
  await spending.retractWarnings(reachedWarnings((await spending.month()).spentMicros, setting.limitMicros));
  const { models, limitMicros, atLimit, cheaperModel, cheaperMicros } = setting;
  const detail = { models: models.join(' '), limitMicros, atLimit, cheaperModel, cheaperMicros };
  await tellAudited(context, { action, target: context.tenant.companyId, detail });
  return { __typename: 'ModelBudgetSaved', budget: await shownBudget(context) };
}

/** Why a model cannot be chosen; undefined where it can. */
export function modelProblem(context: OutcomesContext, name: string): Refused | undefined {
  const model = remoteModel(name);
  if (!model)
    return refused('MODEL_UNKNOWN', 'There is no such model to choose.', 'Choose one of those that modelBudget lists.');
  if (!context.reaches(model.provider))
    return refused(
      'MODEL_NOT_REACHABLE',
      'This installation has no key to the model.',
      'Choose another, or ask who runs the installation to set a key.',
    );
  return undefined;
}

type Setting = Omit<RemoteSettingRow, 'revision' | 'changedAt'>;
