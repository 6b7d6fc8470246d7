import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../controls/icon.tsx';
import type { Command, CommandGroup } from './command.ts';

/** The listbox: groups under their names, the chosen command kept in sight. */
export function CommandList({ id, groups, chosen, onPoint, onRun }: CommandListProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  const chosenId = chosen?.id;
  useEffect(() => {
    list.current?.querySelector(`[id="${CSS.escape(`${id}-${chosenId}`)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [id, chosenId]);
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={t('commands.title')}
      // A mouse that comes down here leaves the focus in the field.
      onPointerDown={(event) => event.preventDefault()}
      className="max-h-96 min-h-0 scroll-py-2 overflow-y-auto overscroll-contain p-2"
    >
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a listbox
        <div key={group.id} role="group" aria-labelledby={`${id}-group-${group.id}`} className="not-first:mt-2">
          <p
            id={`${id}-group-${group.id}`}
            role="presentation"
            className="px-2 pt-1 pb-1.5 text-12 font-medium text-muted"
          >
            {t(`commands.group.${group.id}`)}
          </p>
          {group.commands.map((command) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field, which keeps the focus, takes the keys
            <div
              key={command.id}
              id={`${id}-${command.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={command.id === chosenId}
              onPointerMove={() => onPoint(command)}
              onClick={() => onRun(command)}
              className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-base px-2 py-1.5 text-14 text-soft aria-selected:bg-accent-soft aria-selected:text-ink"
            >
              <Icon name={command.icon} className="size-4 text-muted" />
              <span className="min-w-0 flex-1 truncate">{command.label}</span>
              {command.note !== undefined && (
                <span className="max-w-[45%] shrink-0 truncate text-12 text-muted in-aria-selected:text-soft">
                  <span className="sr-only">, </span>
                  {command.note}
                </span>
              )}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

interface CommandListProps {
  readonly id: string;
  readonly groups: readonly CommandGroup[];
  readonly chosen: Command | null;
  readonly onPoint: (command: Command) => void;
  readonly onRun: (command: Command) => void;
}
