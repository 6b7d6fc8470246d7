import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandsButtonShape } from '../frame/commands-button-shape.tsx';
import type { FrameViewer } from '../frame/viewer-context.ts';
import { useCommandKeys } from './use-command-keys.ts';

/** The button of the command palette and the keys that work on every page. The palette itself is fetched when it is wanted. */
export function Commands({ viewer }: { viewer: FrameViewer | null }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'palette' | 'help' | null>(null);
  useCommandKeys({
    scopes: viewer?.scopes ?? [],
    onPalette: () => setOpen((now) => (now === 'palette' ? null : 'palette')),
    onHelp: () => setOpen('help'),
  });
  const close = () => setOpen(null);
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen('palette')}
        onPointerEnter={() => void palette()}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        aria-label={t('commands.open')}
        className="w-full rounded-base text-left"
      >
        <CommandsButtonShape />
      </button>
      {viewer !== null && open !== null && (
        <Suspense fallback={null}>
          {open === 'palette' && <CommandPalette viewer={viewer} onHelp={() => setOpen('help')} onClose={close} />}
          {open === 'help' && <ShortcutSheet scopes={viewer.scopes} onClose={close} />}
        </Suspense>
      )}
    </>
  );
}

const palette = () => import('./command-palette.tsx');
const CommandPalette = lazy(() => palette().then((module) => ({ default: module.CommandPalette })));
const ShortcutSheet = lazy(() => import('./shortcut-sheet.tsx').then((module) => ({ default: module.ShortcutSheet })));
