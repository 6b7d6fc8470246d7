import type { ProviderRowFragment } from '../generated/graphql.ts';

/** What matters of a connection in one word: whether it is switched on, and how its last pull ended. */
export type ProviderState = 'disabled' | 'waiting' | 'running' | 'working' | 'failing';

export function providerState({ status, lastRun }: Pick<ProviderRowFragment, 'status' | 'lastRun'>): ProviderState {
  if (status === 'DISABLED') return 'disabled';
  switch (lastRun?.status) {
    case undefined:
      return 'waiting';
    case 'RUNNING':
      return 'running';
    case 'COMPLETED':
      return 'working';
    case 'FAILED':
      return 'failing';
  }
}
