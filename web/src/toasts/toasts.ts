/** Something that was just done or did not work, said for a while, with the way back where there is one. */
export interface Toast {
  readonly id: number;
  readonly words: string;
  readonly kind: 'done' | 'failed';
  readonly undo?: () => void | Promise<void>;
}

/** Said by any page, shown by the frame; nothing here needs React, so that whoever tells does not load what shows. */
let toasts: readonly Toast[] = [];
let count = 0;
const listeners = new Set<() => void>();

export function tellDone(words: string, undo?: Toast['undo']): void {
  add({ words, kind: 'done', ...(undo === undefined ? {} : { undo }) });
}

/** What was shown before the server had agreed is not so after all. */
export function tellFailed(words: string): void {
  add({ words, kind: 'failed' });
}

export function dismissToast(id: number): void {
  change(toasts.filter((toast) => toast.id !== id));
}

export function currentToasts(): readonly Toast[] {
  return toasts;
}

export function onToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Three at once; the oldest makes room. */
function add(toast: Omit<Toast, 'id'>): void {
  count += 1;
  change([...toasts.slice(-2), { ...toast, id: count }]);
}

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}
