import type { OutcomesContext } from '../context.ts';
import type { ModelBudget } from '../generated/resolvers.ts';
import { type RemoteModel, remoteModels } from '../model/remote/remote-models.ts';
import type { ModelMonthRow, RemoteSettingRow } from '../rows/remote-model.ts';
import { ModelSpendingStore } from '../store/model-spending-store.ts';
import { RemoteSettingStore } from '../store/remote-setting-store.ts';

/** What remote models may cost a company in a month and have; of the present month unless another (yyyy-mm) is named. */
export async function shownBudget(context: OutcomesContext, month?: string | null): Promise<ModelBudget> {
  const tx = await context.tx();
  const [found, spending] = await Promise.all([
    new RemoteSettingStore(tx).find(),
    new ModelSpendingStore(tx).month(month ? `${month}-01` : null),
  ]);
  const setting = found ?? noSetting;
  const { models, callsPerMinute } = remoteModels();
  return {
    month: month ?? new Date().toISOString().slice(0, 7),
    limit: dollars(setting.limitMicros),
    spent: dollars(spending.spentMicros),
    reserved: dollars(spending.reservedMicros),
    warnings: warningsOf(spending),
    settings: {
      ...{ revision: setting.revision, models: [...setting.models], atLimit: setting.atLimit },
      ...{ cheaperModel: setting.cheaperModel, cheaperLimit: dollars(setting.cheaperMicros) },
      changedAt: found?.changedAt ?? null,
    },
    models: models.map((model) => shownModel(model, context)),
    callsPerMinute,
  };
}

/** Of a company that never chose anything. */
export const noSetting: Omit<RemoteSettingRow, 'changedAt'> = {
  ...{ revision: 0, models: [], limitMicros: 0, atLimit: 'LOCAL', cheaperModel: null, cheaperMicros: 0 },
};

export function dollars(micros: number): number {
  return micros / 1e6;
}

function warningsOf({ warned80At, warned90At, warned100At }: ModelMonthRow): ModelBudget['warnings'] {
  const given = [
    { percent: 80, reachedAt: warned80At },
    { percent: 90, reachedAt: warned90At },
    { percent: 100, reachedAt: warned100At },
  ];
  return given.flatMap(({ percent, reachedAt }) => (reachedAt === null ? [] : [{ percent, reachedAt }]));
}

function shownModel({ name, provider, input, output, pricedOn, source }: RemoteModel, { reaches }: OutcomesContext) {
  return {
    ...{ name, provider: provider.toUpperCase() as Uppercase<typeof provider>, reachable: reaches(provider) },
    ...{ inputPrice: input, outputPrice: output, pricedOn, priceSource: source },
  };
}
