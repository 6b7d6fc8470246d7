import { expect, test } from 'vitest';
import type { ProviderRowFragment } from '../generated/graphql.ts';
import { providerState } from './provider-state.ts';

const run = (status: 'RUNNING' | 'COMPLETED' | 'FAILED') => ({ status }) as ProviderRowFragment['lastRun'];

test('a connection is what its last pull was, unless it is switched off', () => {
  expect(providerState({ status: 'ACTIVE', lastRun: null })).toBe('waiting');
  expect(providerState({ status: 'ACTIVE', lastRun: run('RUNNING') })).toBe('running');
  expect(providerState({ status: 'ACTIVE', lastRun: run('COMPLETED') })).toBe('working');
  expect(providerState({ status: 'ACTIVE', lastRun: run('FAILED') })).toBe('failing');
  expect(providerState({ status: 'DISABLED', lastRun: run('FAILED') })).toBe('disabled');
});
