import { isId } from '@teei/runtime/id';
import { type Refused, refused } from '@teei/runtime/refusal';
import type { Role, TenantViewer } from '@teei/runtime/viewer';
import { isPeriodName } from './period-name.ts';

export interface ViewToSave {
  readonly id: string;
  readonly name: string;
  readonly tiles: readonly string[];
  readonly hidden: readonly string[];
  readonly period: string | null;
  readonly programmeId: string | null;
  readonly sharedWith: readonly Role[];
}

/** What a member can keep: more would not be found again in a menu. */
export const mostViews = 50;

/** Why this cannot be saved so; undefined when it can. */
export function refuseView(
  viewer: TenantViewer,
  view: ViewToSave,
  known: { readonly count: number; readonly isNew: boolean; readonly sharedWith: readonly Role[] },
): Refused | undefined {
  if (view.name.trim() === '' || view.name.length > 80)
    return refused('VIEW_NAME', 'A view has a name of 1 to 80 characters.', 'Give it another name.');
  if (!isArrangement(view)) {
    return refused(
      'VIEW_ARRANGEMENT',
      'The arrangement names tiles twice, or what cannot be a tile or a period.',
      'Open the dashboard again and arrange it anew.',
    );
  }
  if (known.isNew && known.count >= mostViews)
    return refused('VIEW_TOO_MANY', `There are ${mostViews} views already.`, 'Delete one that you do not need.');
  const sharesAnew = view.sharedWith.some((role) => !known.sharedWith.includes(role));
  if (sharesAnew && !viewer.scopes.has('views:share'))
    return refused(
      'VIEW_SHARING',
      'Your role does not share views.',
      'Keep it for yourself, or ask an analyst or an administrator.',
    );
  return undefined;
}

export function viewNotFound(): Refused {
  return refused('VIEW_NOT_FOUND', 'There is no such view of yours.', 'Look it up in the menu of views.');
}

function isArrangement({ id, tiles, hidden, period, programmeId, sharedWith }: ViewToSave): boolean {
  const areTiles = [...tiles, ...hidden].every((tile) => /^[A-Z][A-Z_.]{0,59}$/.test(tile));
  const areOnce = [tiles, hidden, sharedWith].every((list) => new Set(list).size === list.length && list.length <= 50);
  const isPeriod = period === null || ['WEEK', 'MONTH', 'QUARTER'].includes(period) || isPeriodName(period);
  return areTiles && areOnce && isPeriod && isId(id) && (programmeId === null || isId(programmeId));
}
