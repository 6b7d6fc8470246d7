import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRule } from './domain/journey/read-rule.ts';
import type { JourneyRule } from './domain/journey/rule.ts';

/** A rule of the repository, which holds in every company that has not put its own in its place. */
export interface DefaultRule {
  readonly rule: JourneyRule;
  /** As it is written in its file, without the editor's note on top. */
  readonly source: string;
}

const folder = join(import.meta.dirname, '../journey-rules');

export function readJourneyDefaults(): readonly DefaultRule[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml') && !file.endsWith('.test.yaml'))
    .sort()
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      const { rule, problems } = readRule(text);
      if (!rule)
        throw new Error(`${file}: ${problems.map(({ line, message }) => `line ${line}: ${message}`).join(' ')}`);
      if (`${rule.name}.yaml` !== file) throw new Error(`${file} holds the rule ${rule.name}`);
      return { rule, source: text.replace(/^# yaml-language-server:.*\n/, '') };
    });
}
