import type { Command } from './command.ts';

const most = 5;

/**
 * What a member of a company chose last, newest first. Pages and actions are kept in the browser by their ids; people are personal data and are
 * forgotten with the page.
 */
export function recentChoices(owner: string, known: readonly Command[]): Command[] {
  const people = [...(peopleOf.get(owner) ?? [])];
  return read(owner).flatMap((id) => {
    const command = known.find((each) => each.id === id) ?? people.find((each) => each.id === id);
    return command === undefined ? [] : [command];
  });
}

export function rememberChoice(owner: string, command: Command, isPerson: boolean): void {
  const ids = [command.id, ...read(owner).filter((id) => id !== command.id)].slice(0, most);
  latest.set(owner, ids);
  if (isPerson) peopleOf.set(owner, [command, ...(peopleOf.get(owner) ?? [])].slice(0, most));
  localStorage.setItem(storageKey(owner), JSON.stringify(ids.filter((id) => !id.startsWith('person:'))));
}

export function forgetChoices(): void {
  latest.clear();
  peopleOf.clear();
  for (const key of Object.keys(localStorage)) if (key.startsWith(storageKey(''))) localStorage.removeItem(key);
}

const storageKey = (owner: string) => `teei.recent.${owner}`;
const latest = new Map<string, readonly string[]>();
const peopleOf = new Map<string, readonly Command[]>();

function read(owner: string): readonly string[] {
  const inPage = latest.get(owner);
  if (inPage !== undefined) return inPage;
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey(owner)) ?? '[]');
    return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string').slice(0, most) : [];
  } catch {
    return [];
  }
}
