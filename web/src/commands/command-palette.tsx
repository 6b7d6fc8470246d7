import { type KeyboardEvent, useId, useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from 'react-i18next';
import { Icon } from '../controls/icon.tsx';
import { KeyCap } from '../controls/key-cap.tsx';
import { useReturnedFocus } from '../controls/use-returned-focus.ts';
import type { FrameViewer } from '../frame/viewer-context.ts';
import type { Command, CommandGroup } from './command.ts';
import { CommandList } from './command-list.tsx';
import { matchCommands } from './match-commands.ts';
import { recentChoices, rememberChoice } from './recent-choices.ts';
import { useCommands } from './use-commands.ts';
import { useFoundPeople } from './use-found-people.ts';

/** A field and the list it narrows (combobox and listbox of the ARIA practices): what is chosen is marked, the focus stays in the field. */
export function CommandPalette({ viewer, onHelp, onClose }: CommandPaletteProps) {
  useReturnedFocus();
  const { t } = useTranslation();
  const listId = useId();
  const [search, setSearch] = useState('');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const { groups, all, asking } = useGroups(viewer, search, onHelp);
  const chosen = all.find(({ id }) => id === chosenId) ?? all[0] ?? null;
  const run = (command: Command) => {
    rememberChoice(rememberedAs(viewer), command, command.id.startsWith('person:'));
    onClose();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = chosen === null ? -1 : all.indexOf(chosen);
    const step = {
      ArrowDown: at + 1,
      ArrowUp: at - 1 + all.length,
      PageDown: Math.min(at + 6, all.length - 1),
      PageUp: Math.max(at - 6, 0),
    };
    if (event.key in step && all.length > 0) {
      event.preventDefault();
      setChosenId(all[step[event.key as keyof typeof step] % all.length]?.id ?? null);
    }
    if (event.key === 'Enter' && chosen !== null && !event.nativeEvent.isComposing) {
      event.preventDefault();
      run(chosen);
    }
  };
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => open || onClose()}
      className="fixed inset-0 z-40 flex h-(--visual-viewport-height) flex-col items-center bg-shade p-4 md:pt-[14vh] animate-[fade-in_120ms]"
    >
      <Modal className="flex max-h-full w-full max-w-150 flex-col overflow-hidden rounded-base border border-line bg-surface shadow-lift">
        <Dialog aria-label={t('commands.title')} className="flex min-h-0 flex-col outline-none">
          <div className="flex items-center gap-2.5 border-b border-line px-4 focus-within:border-accent">
            <Icon name="search" className="size-4 text-muted" />
            <input
              type="text"
              role="combobox"
              autoFocus
              aria-label={t('commands.open')}
              aria-autocomplete="list"
              aria-expanded={all.length > 0}
              aria-controls={all.length > 0 ? listId : undefined}
              aria-activedescendant={chosen === null ? undefined : `${listId}-${chosen.id}`}
              placeholder={t(viewer.scopes.includes('people:read') ? 'commands.hintPeople' : 'commands.hint')}
              autoComplete="off"
              spellCheck={false}
              maxLength={100}
              value={search}
              onChange={({ target }) => {
                setSearch(target.value);
                setChosenId(null);
              }}
              onKeyDown={onKeyDown}
              className="min-h-12 w-full bg-transparent text-16 text-ink outline-none text-ellipsis placeholder:text-muted"
            />
          </div>
          {all.length > 0 && (
            <CommandList
              id={listId}
              groups={groups}
              chosen={chosen}
              onPoint={({ id }) => setChosenId(id)}
              onRun={run}
            />
          )}
          {all.length === 0 && !asking && <p className="px-4 py-6 text-14 text-muted">{t('commands.nothing')}</p>}
          <p role="status" className="sr-only">
            {asking ? '' : t('commands.count', { count: all.length })}
          </p>
          <p
            aria-hidden="true"
            className="flex gap-4 border-t border-line bg-sunken px-4 py-2 text-12 text-muted max-md:hidden"
          >
            <span>
              <KeyCap name="↑" /> <KeyCap name="↓" /> {t('commands.choose')}
            </span>
            <span>
              <KeyCap name="↵" /> {t('commands.go')}
            </span>
            <span>
              <KeyCap name="esc" /> {t('close')}
            </span>
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface CommandPaletteProps {
  readonly viewer: FrameViewer;
  readonly onHelp: () => void;
  readonly onClose: () => void;
}

/** Recent choices before anything is typed; people last, so that their arrival moves nothing that is there already. */
function useGroups(viewer: FrameViewer, search: string, onHelp: () => void) {
  const { pages, actions, goTo } = useCommands(viewer, onHelp);
  const mayRead = viewer.scopes.includes('people:read');
  const { people, asking } = useFoundPeople({ search, mayRead, goTo });
  const recent = search.trim() === '' ? recentChoices(rememberedAs(viewer), [...pages, ...actions]) : [];
  const rest = (commands: readonly Command[]) =>
    matchCommands(commands, search).filter(({ id }) => !recent.some((each) => each.id === id));
  const groups: CommandGroup[] = [
    { id: 'recent' as const, commands: recent },
    { id: 'pages' as const, commands: rest(pages) },
    { id: 'actions' as const, commands: rest(actions) },
    { id: 'people' as const, commands: people },
  ].filter(({ commands }) => commands.length > 0);
  return { groups, all: groups.flatMap(({ commands }) => commands), asking };
}

/** What was chosen in one company is not named in another. */
function rememberedAs({ company, member }: FrameViewer): string {
  return `${company.id}.${member?.id}`;
}
