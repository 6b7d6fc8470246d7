import type { IconName } from '../controls/icon.tsx';

/** One thing that the palette can do. */
export interface Command {
  /** Stable, so that it can be remembered. */
  readonly id: string;
  readonly label: string;
  readonly icon: IconName;
  /** What stands beside it in grey: an address, the key that does the same. */
  readonly note?: string | undefined;
  /** Other words by which it is found. */
  readonly words?: string;
  readonly run: () => void;
}

export interface CommandGroup {
  readonly id: 'recent' | 'pages' | 'actions' | 'people';
  readonly commands: readonly Command[];
}
