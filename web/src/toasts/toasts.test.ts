import { beforeEach, expect, test } from 'vitest';
import { currentToasts, dismissToast, onToasts, tellDone, tellFailed } from './toasts.ts';

const words = () => currentToasts().map((toast) => toast.words);

beforeEach(() => {
  for (const { id } of currentToasts()) dismissToast(id);
});

test('at most three are shown, and the oldest makes room', () => {
  for (const each of ['one', 'two', 'three']) tellDone(each);
  tellFailed('four');
  expect(words()).toEqual(['two', 'three', 'four']);
});

test('whoever listens hears of each change until they stop', () => {
  const heard: string[][] = [];
  const stop = onToasts(() => heard.push(words()));
  tellDone('done');
  dismissToast(currentToasts()[0]?.id ?? 0);
  stop();
  tellDone('more');
  expect(heard).toEqual([['done'], []]);
});
