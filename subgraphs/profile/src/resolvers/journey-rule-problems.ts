import type { RuleProblem } from '../domain/journey/read-rule.ts';

/** Flags that wait for each other, shown where the rule says on what it looks. */
export function ringProblem(source: string, ring: readonly string[]): RuleProblem {
  const line = source.split('\n').findIndex((text) => /^when\s*:/.test(text)) + 1;
  const message = `These flags wait for one another, so none could be decided: ${ring.join(' → ')}.`;
  return { path: 'when', line: Math.max(line, 1), column: 1, message };
}
