import { type Page, type PageArguments, pageOf } from '@teei/runtime/connection';
import { isId } from '@teei/runtime/id';
import { PlatformError } from '@teei/runtime/platform-error';

/** A page of a list that is sorted by id. */
export function pageBehindId(args: PageArguments): Page<readonly [string]> {
  return pageBehind(args, isId);
}

/** A page of a list that is sorted by position. */
export function pageBehindPosition(args: PageArguments): Page<readonly [string]> {
  return pageBehind(args, (key) => /^\d{1,15}$/.test(key));
}

/** What is in a cursor came from outside again: what cannot be a key is refused here, not by the database. */
function pageBehind(args: PageArguments, mayBeKey: (key: string) => boolean): Page<readonly [string]> {
  const { size, after } = pageOf(args, 1);
  const key = after?.[0];
  if (key === undefined) return { size, after: undefined };
  if (mayBeKey(key)) return { size, after: [key] };
  throw new PlatformError(
    'CURSOR_INVALID',
    'This cursor was not given out by this list.',
    'Use endCursor of the page before, or no cursor.',
  );
}
