import type { z } from 'zod';

/** A cursor is what an adapter wrote; one that it cannot read any more begins again, which costs time and changes nothing. */
export function readCursor<Cursor>(schema: z.ZodType<Cursor>, text: string | null, beginning: Cursor): Cursor {
  if (text === null) return beginning;
  try {
    return schema.safeParse(JSON.parse(text)).data ?? beginning;
  } catch {
    return beginning;
  }
}
