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
