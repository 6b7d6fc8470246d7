import { type ReactNode, useEffect, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { CopyButton } from '../controls/copy-button.tsx';
import { ModalDrawer } from '../controls/modal-drawer.tsx';
import { ScrollArea } from '../controls/scroll-area.tsx';
import type { WebhookDeliveryDetailQuery } from '../generated/graphql.ts';
import { useWebhookDeliveryDetailQuery } from '../generated/hooks.ts';
import { useFormat } from '../language/use-format.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { DeliveryBadge } from './delivery-badge.tsx';
import { failureWords } from './failure-words.ts';
import { readablePayload } from './readable-payload.ts';

type Detail = NonNullable<WebhookDeliveryDetailQuery['webhookDelivery']>;

/** One delivery: what became of it and why, each attempt, the headers, and the payload as it was sent. */
export function DeliveryDrawer({ id, replay, busy, onClose }: DeliveryDrawerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, refetch } = useWebhookDeliveryDetailQuery({
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  const delivery = data?.webhookDelivery;
  const handledAt = delivery?.handledAt;
  // The log brings that it was handled again; its attempts and reasons are only here.
  useEffect(() => {
    if (handledAt) void refetch();
  }, [handledAt, refetch]);
  return (
    <ModalDrawer
      title={delivery?.eventType ?? t('webhooks.delivery')}
      subtitle={delivery ? format.dateTime(delivery.receivedAt) : undefined}
      onClose={onClose}
    >
      {error !== undefined && <FailureNote error={error} onRetry={() => void refetch()} />}
      {!delivery && error === undefined && <Loading />}
      {delivery && (
        <div className="grid gap-6">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <DeliveryBadge delivery={delivery} />
            {replay !== null && delivery.clearedPayloadSha256 === null && (
              <Button icon="undo" busy={busy} onClick={replay}>
                {t('webhooks.replay')}
              </Button>
            )}
          </div>
          <Failure failure={delivery.failure} />
          <Facts delivery={delivery} />
          <Attempts delivery={delivery} />
          <Payload payload={delivery.payload} clearedHash={delivery.clearedPayloadSha256} />
          <Headers headers={delivery.headers ?? []} />
        </div>
      )}
    </ModalDrawer>
  );
}

function Failure({ failure }: { failure: Detail['failure'] }) {
  const { t, i18n } = useTranslation();
  if (failure === null) return null;
  return (
    <div className="grid gap-1 rounded-base border border-attention/40 bg-attention-tint p-4">
      <p className="font-medium text-attention">{t('webhooks.failed')}</p>
      <p className="max-w-[72ch] text-soft">{failureWords(t, i18n, { code: failure.code, said: failure.message })}</p>
      <p className="font-mono text-12 text-muted">{failure.code}</p>
    </div>
  );
}

function Facts({ delivery }: { delivery: Detail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const facts: readonly (readonly [string, string | null])[] = [
    [t('webhooks.endpoint'), delivery.endpoint?.name ?? delivery.source],
    [t('webhooks.occurred'), format.dateTime(delivery.occurredAt)],
    [t('webhooks.handled'), delivery.handledAt === null ? null : format.dateTime(delivery.handledAt)],
    [t('webhooks.nextAttempt'), delivery.nextAttemptAt === null ? null : format.dateTime(delivery.nextAttemptAt)],
    [t('webhooks.deliveryId'), delivery.deliveryId],
    [t('webhooks.eventId'), delivery.eventId],
  ];
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-13">
      {facts.flatMap(([name, value]) =>
        value === null
          ? []
          : [
              <dt key={name} className="text-muted">
                {name}
              </dt>,
              <dd key={`${name} value`} className="break-all text-ink">
                {value}
              </dd>,
            ],
      )}
    </dl>
  );
}

function Attempts({ delivery }: { delivery: Detail }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const failed = delivery.failedAttempts ?? [];
  if (failed.length === 0) return null;
  return (
    <Part title={t('webhooks.failedAttempts', { count: failed.length })}>
      <ol className="grid gap-2">
        {failed.map(({ at, code, reason }) => (
          <li key={at} className="grid gap-0.5 border-l-2 border-line-strong pl-3 text-13">
            <span className="text-muted">
              {format.dateTime(at)} · <span className="font-mono text-12">{code}</span>
            </span>
            {reason !== delivery.failure?.message && (
              <span className="text-soft">{failureWords(t, i18n, { code, said: reason })}</span>
            )}
          </li>
        ))}
      </ol>
    </Part>
  );
}

function Payload({ payload, clearedHash }: { payload: string | null; clearedHash: string | null }) {
  const { t } = useTranslation();
  if (clearedHash !== null)
    return (
      <Part title={t('webhooks.payload')}>
        <p className="max-w-[72ch] text-13 text-soft">{t('webhooks.payloadCleared')}</p>
        <p className="grid gap-0.5 text-12 text-muted">
          {t('webhooks.payloadHash')}
          <span className="font-mono break-all text-soft">{clearedHash}</span>
        </p>
      </Part>
    );
  if (payload === null) return <p className="text-13 text-muted">{t('webhooks.payloadHidden')}</p>;
  return (
    <Part
      title={t('webhooks.payload')}
      action={<CopyButton text={payload} label={t('webhooks.copyShort')} name={t('webhooks.copyPayload')} />}
    >
      <ScrollArea name={t('webhooks.payload')} className="max-h-120 overflow-auto rounded-base bg-sunken p-4">
        <pre className="font-mono text-12 text-ink">{readablePayload(payload)}</pre>
      </ScrollArea>
    </Part>
  );
}

function Headers({ headers }: { headers: NonNullable<Detail['headers']> }) {
  const { t } = useTranslation();
  if (headers.length === 0) return null;
  return (
    <Part title={t('webhooks.headers')}>
      <dl className="grid gap-1 font-mono text-12">
        {headers.map(({ name, value }) => (
          <div key={name} className="flex flex-wrap gap-x-2">
            <dt className="text-muted">{name}:</dt>
            <dd className="break-all text-soft">{value}</dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}

function Part({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <div className="flex min-h-8 items-center justify-between gap-3">
        <h3 id={id} className="text-14 font-strong text-ink">
          {title}
        </h3>
        {action}
      </div>
      {children}
    </section>
  );
}

interface DeliveryDrawerProps {
  readonly id: string;
  /** Null for who may not. */
  readonly replay: (() => void) | null;
  readonly busy: boolean;
  readonly onClose: () => void;
}
