import { useTranslation } from 'react-i18next';
import { ScrollArea } from '../controls/scroll-area.tsx';
import type { DeliveryRowFragment } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import { DeliveryBadge } from './delivery-badge.tsx';

export function DeliveryTable({ deliveries, selected, onSelect, onOpen }: DeliveryTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const shown = deliveries.map(({ id }) => id);
  const allSelected = selected !== null && shown.every((id) => selected.has(id));
  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect(next);
  };
  return (
    <ScrollArea name={t('webhooks.log')}>
      <table className="w-full min-w-160 border-collapse">
        <thead>
          <tr className="border-b border-line-strong text-13 text-muted">
            {selected !== null && (
              <th scope="col" className="w-8 py-2 pr-2 text-left">
                <input
                  type="checkbox"
                  className="block size-4 accent-accent"
                  aria-label={t('webhooks.selectAll')}
                  checked={allSelected}
                  onChange={() => onSelect(new Set(allSelected ? [] : shown))}
                />
              </th>
            )}
            <th scope="col" className="py-2 pr-4 text-left font-medium">
              {t('webhooks.event')}
            </th>
            <th scope="col" className="py-2 pr-4 text-left font-medium">
              {t('webhooks.source')}
            </th>
            <th scope="col" className="py-2 pr-4 text-left font-medium">
              {t('keys.state')}
            </th>
            <th scope="col" className="py-2 pr-4 text-right font-medium">
              {t('webhooks.attempts')}
            </th>
            <th scope="col" className="py-2 text-right font-medium">
              {t('webhooks.received')}
            </th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((delivery) => (
            <tr key={delivery.id} className="border-b border-line last:border-b-0 hover:bg-sunken">
              {selected !== null && (
                <td className="py-2 pr-2">
                  <input
                    type="checkbox"
                    className="block size-4 accent-accent"
                    aria-label={t('webhooks.select', {
                      type: delivery.eventType,
                      time: format.moment(delivery.receivedAt),
                    })}
                    checked={selected.has(delivery.id)}
                    onChange={() => toggle(delivery.id)}
                  />
                </td>
              )}
              <td className="max-w-80 py-2 pr-4">
                <button
                  type="button"
                  onClick={() => onOpen(delivery.id)}
                  className="block max-w-full truncate py-0.5 text-left font-medium text-accent underline decoration-line-strong underline-offset-4 hover:decoration-current"
                >
                  {delivery.eventType}
                </button>
              </td>
              <td className="py-2 pr-4 text-soft">{delivery.source}</td>
              <td className="py-2 pr-4 whitespace-nowrap">
                <DeliveryBadge delivery={delivery} />
                {delivery.nextAttemptAt !== null && delivery.status === 'RETRYING' && (
                  <span className="ml-2 text-12 text-muted">
                    {t('webhooks.next', { time: format.time(delivery.nextAttemptAt) })}
                  </span>
                )}
              </td>
              <td className="py-2 pr-4 text-right tabular-nums">{format.whole(delivery.attempts)}</td>
              <td className="py-2 text-right whitespace-nowrap text-muted">{format.moment(delivery.receivedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

interface DeliveryTableProps {
  readonly deliveries: readonly DeliveryRowFragment[];
  /** Null where nothing can be done with a selection. */
  readonly selected: ReadonlySet<string> | null;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  readonly onOpen: (id: string) => void;
}
