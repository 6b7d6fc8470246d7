import { isId } from './id.ts';
import { PlatformError } from './platform-error.ts';

/** The largest page that any list gives out. */
export const maximumPage = 100;

export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** What a store needs to know: how many rows to read (one more than the page holds) and the key to start behind. */
export interface Page<Key> {
  readonly size: number;
  readonly after: Key | undefined;
}

export interface ConnectionShape<Node> {
  readonly edges: { readonly cursor: string; readonly node: Node }[];
  readonly nodes: Node[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
}

/** What a part of a list's key is, so that a forged cursor is refused before it reaches a statement. */
export type KeyPart = 'id' | 'instant' | 'number';

/** Reads a page's arguments. Cursors are keys in base64url, so a page starts behind a row, not behind a count of rows. */
export function pageOf<const Parts extends readonly KeyPart[]>(
  { first, after }: PageArguments,
  ...parts: Parts
): Page<readonly string[] & { length: Parts['length'] }> {
  const size = first ?? 25;
  if (size < 1 || size > maximumPage) {
    throw new PlatformError(
      'PAGE_TOO_LARGE',
      `A page holds 1 to ${maximumPage} rows, not ${size}.`,
      `Ask for at most ${maximumPage} and go on with endCursor.`,
    );
  }
  return { size, after: after ? (keyOf(after, parts) as never) : undefined };
}

/** Cuts rows that were read with `page.size + 1` to a Relay connection; `keyOfRow` names the columns the list is sorted by. */
export function connectionOf<Row>(
  rows: readonly Row[],
  page: Page<unknown>,
  keyOfRow: (row: Row) => readonly (string | number)[],
  totalCount: () => Promise<number>,
): ConnectionShape<Row> {
  const nodes = rows.slice(0, page.size);
  const edges = nodes.map((node) => ({ cursor: cursorOf(keyOfRow(node)), node }));
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: rows.length > page.size,
      hasPreviousPage: page.after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    // Counting may cost more than the page itself. GraphQL's default resolver calls a property that is a function,
    // so the count is made only when it is asked for; the type says what comes out.
    totalCount: totalCount as unknown as number,
  };
}

function cursorOf(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

function keyOf(cursor: string, parts: readonly KeyPart[]): readonly string[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && key.length === parts.length) {
      const texts = key.map(String);
      if (parts.every((part, index) => isPart[part](texts[index] ?? ''))) return texts;
    }
  } catch {
    // What is not JSON is refused below like any other foreign text.
  }
  throw new PlatformError(
    'CURSOR_INVALID',
    'This cursor was not given out by this list.',
    'Use endCursor of the page before, or no cursor.',
  );
}

const isPart: Readonly<Record<KeyPart, (text: string) => boolean>> = {
  id: isId,
  instant: (text) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text)),
  number: (text) => /^-?\d{1,15}(\.\d{1,20})?(e-?\d{1,3})?$/.test(text),
};
