import { wearKeptBrand } from './brand-sheet.ts';

/** Light, dark, or what the system says; high contrast is as light or dark as the system. The choice is this browser's own. */
export const themeChoices = ['system', 'light', 'dark', 'contrast'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

const storageKey = 'teei.theme';
const systemIsDark = () => window.matchMedia('(prefers-color-scheme: dark)');
const systemWantsMore = () => window.matchMedia('(prefers-contrast: more)');

export function startTheme(): void {
  wearKeptBrand();
  applyTheme();
  for (const wish of [systemIsDark(), systemWantsMore()]) wish.addEventListener('change', applyTheme);
}

export function themeChoice(): ThemeChoice {
  const stored = localStorage.getItem(storageKey);
  return themeChoices.find((choice) => choice === stored) ?? 'system';
}

export function chooseTheme(choice: ThemeChoice): void {
  localStorage.setItem(storageKey, choice);
  applyTheme();
}

/** Calls back when the theme on the page changes; charts resolve their colours again then. */
export function onThemeChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'data-contrast'] });
  return () => observer.disconnect();
}

function applyTheme(): void {
  const choice = themeChoice();
  const bySystem = choice === 'system' || choice === 'contrast';
  const { dataset } = document.documentElement;
  dataset.theme = choice === 'dark' || (bySystem && systemIsDark().matches) ? 'dark' : 'light';
  dataset.contrast = choice === 'contrast' || systemWantsMore().matches ? 'more' : 'ordinary';
}
