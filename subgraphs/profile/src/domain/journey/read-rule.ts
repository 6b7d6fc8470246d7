import { type Alias, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { type JourneyRule, journeyRule } from './rule.ts';

/** What is wrong with a rule's text, and where. */
export interface RuleProblem {
  /** Such as `when.count.atLeast`; empty for the whole. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export type ReadRule =
  | { readonly rule: JourneyRule; readonly problems?: undefined }
  | { readonly rule?: undefined; readonly problems: readonly RuleProblem[] };

/** Longer than any rule that a person can still read. */
const longestText = 20_000;

/** Reads a rule as people write it: YAML 1.2, of which JSON is a part. */
export function readRule(text: string): ReadRule {
  if (text.length > longestText)
    return { problems: [at(1, 1, '', `A rule is at most ${longestText} characters long.`)] };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  if (document.errors.length > 0) {
    return {
      problems: document.errors.map(({ pos, message }) => {
        const { line, col } = lines.linePos(pos[0]);
        return at(line, col, '', message);
      }),
    };
  }
  const aliases: Alias[] = [];
  visit(document, { Alias: (_, node) => void aliases.push(node) });
  if (aliases.length > 0) {
    // Aliases of aliases could make a small text a huge rule.
    const { line, col } = lines.linePos(aliases[0]?.range?.[0] ?? 0);
    return { problems: [at(line, col, '', 'Write out what is repeated: a rule takes no YAML aliases.')] };
  }
  const read = journeyRule.safeParse(document.toJS());
  if (read.success) return { rule: read.data };
  const problems = read.error.issues.flatMap((issue) =>
    pathsOf(issue).map((path) => {
      const { line, col } = lines.linePos(placeOf(document, path));
      return at(line, col, path.join('.'), issue.message);
    }),
  );
  return { problems };
}

/** A key that does not belong there is shown where it stands, not at the object around it. */
function pathsOf(issue: z.core.$ZodIssue): PropertyKey[][] {
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
}

/** The place of the deepest part of the path that is there: what is missing is shown at what it is missing from. */
function placeOf(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as { range?: readonly number[] | null } | undefined;
    if (node?.range?.[0] !== undefined) return node.range[0];
  }
  return 0;
}

function at(line: number, column: number, path: string, message: string): RuleProblem {
  return { path, line, column, message };
}
