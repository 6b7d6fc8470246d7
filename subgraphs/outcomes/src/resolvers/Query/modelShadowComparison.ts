import { smallestGroup } from '@teei/runtime/smallest-group';
import { compareLabelled } from '../../domain/shadow/labelled-comparison.ts';
import { shadowAgreement } from '../../domain/shadow/shadow-agreement.ts';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { ShadowStore } from '../../store/shadow-store.ts';
import { shownAgreement, shownLabelled } from '../shown-shadow.ts';

export const modelShadowComparison: QueryResolvers['modelShadowComparison'] = async (_, pair, context) => {
  const store = new ShadowStore(await context.tx());
  const texts = await store.texts(pair);
  const [all] = texts;
  if (!all || all.texts === 0) return null;
  const { version, against } = pair;
  const agreement = shadowAgreement(texts, await store.cells(pair), smallestGroup);
  const isHidden = all.people < smallestGroup;
  const labelled = isHidden ? null : compareLabelled(await store.labelled(pair));
  return {
    ...{ version, against, texts: all.texts },
    agreement: agreement.map(shownAgreement),
    labelled: labelled && shownLabelled(labelled),
  };
};
