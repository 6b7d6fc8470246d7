import { Icon, type IconName } from '../controls/icon.tsx';

/** What a menu's button looks like, before and after the menu itself has been loaded. */
export function MenuButtonShape({ icon, label, note }: { icon: IconName; label: string; note?: string | undefined }) {
  return (
    <span className={menuButtonClass}>
      <Icon name={icon} />
      <span className="grid min-w-0 flex-1 text-left md:group-data-collapsed:sr-only">
        <span className="truncate">{label}</span>
        {note && <span className="truncate text-12 text-muted">{note}</span>}
      </span>
      <Icon name="chevron" className="size-3.5 text-muted md:group-data-collapsed:hidden" />
    </span>
  );
}

const menuButtonClass =
  'flex min-h-8 w-full items-center gap-2.5 rounded-base px-2.5 py-1.5 text-14 text-soft hover:bg-pressed hover:text-ink md:group-data-collapsed:justify-center';
