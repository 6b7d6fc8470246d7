import { isId } from '@teei/runtime/id';
import { refused } from '@teei/runtime/refusal';
import { actorOf } from '@teei/runtime/viewer';
import { proxyProblem } from '../../domain/sroi/account-rules.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { SroiProxyStore } from '../../store/sroi-proxy-store.ts';
import { tellAudited } from '../tell-audited.ts';

export const saveSroiProxy: MutationResolvers['saveSroiProxy'] = async (_, { input }, context) => {
  const { value, currency, year } = input;
  const [name, source, archived] = [input.name.trim(), input.source.trim(), input.archived ?? false];
  const problem = proxyProblem({ name, value, currency, year, source });
  if (problem) return refused(problem.code, problem.message, 'Change it and save again.');
  const store = new SroiProxyStore(await context.tx());
  const id = input.id ?? null;
  const before = id === null || !isId(id) ? undefined : await store.locked(id);
  if (id !== null && !before) {
    return refused('PROXY_NOT_FOUND', 'There is no such proxy in the register.', 'Look it up in the register.');
  }
  if ((before?.revision ?? 0) !== input.revision) {
    return refused(
      'PROXY_CHANGED',
      'The proxy was changed since you read it.',
      'Read it again and make your change in what it says now.',
    );
  }
  const proxy = await store.put({
    id,
    name,
    value,
    currency,
    year,
    source,
    archived,
    changedBy: actorOf(context.viewer),
  });
  const detail = { revision: proxy.revision, value, currency, year, archived };
  await tellAudited(context, { action: 'sroiProxy.saved', target: proxy.id, detail });
  return { __typename: 'SroiProxySaved', proxy };
};
