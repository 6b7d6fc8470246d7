const storageKey = 'teei.navigation';

export function rememberedCollapsed(): boolean {
  return localStorage.getItem(storageKey) === 'collapsed';
}

export function rememberCollapsed(collapsed: boolean): void {
  localStorage.setItem(storageKey, collapsed ? 'collapsed' : 'open');
}
