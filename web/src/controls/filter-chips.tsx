import { Button } from './button.tsx';
import { FilterChip } from './filter-chip.tsx';

/** What a list is narrowed by, each to be taken away by itself, and from two on all at once. Nothing where it is not narrowed. */
export function FilterChips<Key extends string>({ name, chips, clearWords, onRemove, onClear }: FilterChipsProps<Key>) {
  if (chips.length === 0) return null;
  return (
    <ul aria-label={name} className="flex flex-wrap items-center gap-2">
      {chips.map(({ key, words }) => (
        <li key={key}>
          <FilterChip words={words} onRemove={() => onRemove(key)} />
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <Button look="quiet" onClick={onClear}>
            {clearWords}
          </Button>
        </li>
      )}
    </ul>
  );
}

interface FilterChipsProps<Key extends string> {
  readonly name: string;
  readonly chips: readonly { readonly key: Key; readonly words: string }[];
  /** On the button that takes all of them away. */
  readonly clearWords: string;
  readonly onRemove: (key: Key) => void;
  readonly onClear: () => void;
}
