import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { Panel } from '../controls/panel.tsx';
import type { ReviewItemCardFragment } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import { personName } from '../people/person-name.ts';
import { personOf } from './choices.ts';

/** What was decided, newest first; each can be taken back. */
export function DecidedItems({ items, mayWrite, busy, onReopen }: DecidedItemsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Panel title={t('review.decided')}>
      <ul className="grid">
        {items.map((item) => (
          <li key={item.id} className="flex items-center gap-3 border-b border-line py-2 last:border-0">
            <span className="grid min-w-0 flex-1">
              <span className="text-14 break-words text-ink">
                {item.system}: {item.externalId}
              </span>
              <span className="text-12 text-muted">
                {outcomeOf(item, t)}
                {item.decidedAt !== null && ` · ${format.dateTime(item.decidedAt)}`}
              </span>
            </span>
            {mayWrite && (
              <Button
                look="quiet"
                icon="undo"
                busy={busy}
                onClick={() => onReopen(item.id)}
                aria-label={t('review.reopenNamed', { id: item.externalId })}
              >
                {t('review.reopen')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function outcomeOf(item: ReviewItemCardFragment, t: TFunction): string {
  if (item.decision === 'SAME_PERSON') return t('review.same');
  const owner = [item.claimant, item.holder].map(personOf).find((person) => person?.id === item.ownerId);
  return owner ? t('review.differentOwner', { name: personName(owner) }) : t('review.different');
}

interface DecidedItemsProps {
  readonly items: readonly ReviewItemCardFragment[];
  readonly mayWrite: boolean;
  readonly busy: boolean;
  readonly onReopen: (id: string) => void;
}
