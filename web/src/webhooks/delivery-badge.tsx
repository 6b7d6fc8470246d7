import { useTranslation } from 'react-i18next';
import type { DeliveryRowFragment, WebhookDeliveryStatus } from '../generated/graphql.ts';

/** What became of a delivery, in one word; of a handled one, what it did. */
export function DeliveryBadge({
  delivery: { status, outcome },
}: {
  delivery: Pick<DeliveryRowFragment, 'status' | 'outcome'>;
}) {
  const { t } = useTranslation();
  const words =
    status === 'PROCESSED' && outcome !== null ? t(`webhookOutcome.${outcome}`) : t(`webhookStatus.${status}`);
  const look = status === 'PROCESSED' && outcome === 'SUPERSEDED' ? 'bg-pressed text-soft' : looks[status];
  return (
    <span className={`inline-block rounded-full px-2 py-0.5 text-12 font-medium whitespace-nowrap ${look}`}>
      {words}
    </span>
  );
}

const looks = {
  RECEIVED: 'bg-information-tint text-information',
  RETRYING: 'bg-attention-tint text-attention',
  PROCESSED: 'bg-good-tint text-good',
  UNRECOGNISED: 'bg-pressed text-soft',
  DEAD: 'bg-bad-tint text-bad',
} as const satisfies Record<WebhookDeliveryStatus, string>;
