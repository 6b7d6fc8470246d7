import type { Command } from './command.ts';

/** Commands in which every word of `search` begins a word; those whose label begins with it first, otherwise in their own order. */
export function matchCommands(commands: readonly Command[], search: string): Command[] {
  const wanted = wordsOf(search);
  const found = commands.filter(({ label, words = '' }) => {
    const own = wordsOf(`${label} ${words}`);
    return wanted.every((part) => own.some((word) => word.startsWith(part)));
  });
  const [first = ''] = wanted;
  const leads = ({ label }: Command) => (wordsOf(label)[0] ?? '').startsWith(first);
  return [...found.filter(leads), ...found.filter((command) => !leads(command))];
}

/** Lower case, without accents: "okter" finds "Økter" as little as Norwegians expect it to, "resume" finds "résumé". */
function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<=[a-z])\p{M}/gu, '')
    .normalize('NFC')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
