/**
 * Shortcuts of one letter can be switched off (WCAG 2.2, 2.1.4): people who speak to their computer set them off by chance.
 */
const storageKey = 'teei.singleKeys';

export function singleKeysOn(): boolean {
  return localStorage.getItem(storageKey) !== 'off';
}

export function setSingleKeys(on: boolean): void {
  localStorage.setItem(storageKey, on ? 'on' : 'off');
}

/** The key pressed alone, outside fields and dialogs, as a Latin letter or sign; null when it is no shortcut. */
export function singleKeyOf(event: KeyboardEvent): string | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return null;
  if (!singleKeysOn() || isTaken(event.target)) return null;
  return latin(event);
}

/** A Cyrillic keyboard writes other letters; the key is the same one. */
function latin({ key, code }: KeyboardEvent): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  return key.charCodeAt(0) > 127 && letter !== undefined ? letter.toLowerCase() : key.toLowerCase();
}

function isTaken(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(
      'input, textarea, select, [contenteditable], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]',
    ) !== null
  );
}
