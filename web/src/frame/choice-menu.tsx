import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Icon, type IconName } from '../controls/icon.tsx';
import { MenuButtonShape } from './menu-button-shape.tsx';

/** A button that opens a short list: of one choice out of several (`chosen`), or of actions. */
export function ChoiceMenu({
  icon,
  name,
  chosen,
  choices,
  buttonLabel,
  buttonNote,
  look = 'wide',
  onChoose,
}: ChoiceMenuProps) {
  const current = choices.find(({ id }) => id === chosen);
  const label = buttonLabel ?? current?.label ?? name;
  return (
    <MenuTrigger>
      {look === 'wide' ? (
        <Button aria-label={label === name ? name : `${label}, ${name}`} className="w-full rounded-base">
          <MenuButtonShape icon={icon} label={label} note={buttonNote} />
        </Button>
      ) : (
        <Button
          aria-label={name}
          className="grid size-8 shrink-0 place-items-center rounded-base text-soft hover:bg-pressed hover:text-ink"
        >
          <Icon name={icon} />
        </Button>
      )}
      <Popover
        placement="top start"
        className="min-w-56 rounded-base border border-line bg-surface p-1 shadow-lift animate-[fade-in_120ms]"
      >
        <Menu
          aria-label={name}
          {...(chosen === undefined
            ? {}
            : { selectionMode: 'single' as const, selectedKeys: [chosen], disallowEmptySelection: true })}
          onAction={(key) => void onChoose(String(key))}
          className="grid gap-0.5 outline-none"
        >
          {choices.map((choice) => (
            <MenuItem
              key={choice.id}
              id={choice.id}
              textValue={choice.label}
              className="flex min-h-8 cursor-pointer items-center gap-2.5 rounded-base px-2.5 py-1.5 text-14 text-ink outline-none data-focused:bg-pressed data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 data-focus-visible:outline-accent"
            >
              {choice.icon && <Icon name={choice.icon} />}
              <span className="grid flex-1" lang={choice.lang}>
                {choice.label}
                {choice.note && <span className="text-12 text-muted">{choice.note}</span>}
              </span>
              {choice.id === chosen && <Icon name="check" className="size-4 text-accent" />}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

interface ChoiceMenuProps {
  readonly icon: IconName;
  readonly name: string;
  readonly chosen?: string;
  readonly choices: readonly Choice[];
  readonly buttonLabel?: string;
  readonly buttonNote?: string | undefined;
  /** Compact is the icon alone, where the name is clear from what is beside it. */
  readonly look?: 'wide' | 'compact';
  readonly onChoose: (id: string) => void | Promise<void>;
}

interface Choice {
  readonly id: string;
  readonly label: string;
  readonly note?: string;
  readonly icon?: IconName;
  readonly lang?: string;
}
