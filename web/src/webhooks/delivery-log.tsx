import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { Panel } from '../controls/panel.tsx';
import { LiveIndicator } from '../dashboard/live-indicator.tsx';
import type { EndpointRowFragment } from '../generated/graphql.ts';
import { useReplayWebhookDeliveriesMutation, useWebhookDeliveriesQuery } from '../generated/hooks.ts';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';
import { DeliveryDrawer } from './delivery-drawer.tsx';
import { type ChosenFilter, DeliveryFilters, filterOf, isNarrowed, noFilter } from './delivery-filters.tsx';
import { DeliveryTable } from './delivery-table.tsx';
import { ReplaySinceDialog } from './replay-since-dialog.tsx';
import { useLiveDeliveries } from './use-live-deliveries.ts';

/** What came in and what became of it, newest first, with the ways to handle it again. */
export function DeliveryLog({ endpoints, mayWrite }: DeliveryLogProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<ChosenFilter>(noFilter);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<string | null>(null);
  const [sinceAsked, setSinceAsked] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [said, setSaid] = useState('');
  const variables = { filter: filterOf(chosen) };
  const { data, error, loading, refetch, fetchMore } = useWebhookDeliveriesQuery({
    variables,
    fetchPolicy: 'cache-and-network',
  });
  const [replay, replaying] = useReplayWebhookDeliveriesMutation();
  const live = useLiveDeliveries(() => void refetch());
  const page = data?.webhookDeliveries ?? null;
  const failure = error ?? replaying.error;
  // With nothing in it there is nothing to narrow or to replay.
  const isEmpty = page?.totalCount === 0 && !isNarrowed(chosen);

  const replayThese = async (ids: readonly string[]) => {
    setRefusal(null);
    const done = (await replay({ variables: { ids: [...ids] } })).data?.replayWebhookDeliveries;
    if (done?.__typename === 'Refused') return setRefusal(done);
    if (done?.__typename !== 'WebhookDeliveriesReplayed') return;
    setSelected(new Set());
    setSaid(t('webhooks.replayed', { count: done.count }));
    void refetch();
  };

  return (
    <Panel
      title={t('webhooks.log')}
      note={page === null || isEmpty ? undefined : t('webhooks.deliveryCount', { count: page.totalCount })}
      actions={<LiveIndicator state={live} />}
    >
      {!isEmpty && (
        <div className="flex flex-wrap items-end justify-between gap-3">
          <DeliveryFilters
            chosen={chosen}
            endpoints={endpoints}
            onChoose={(next) => {
              setChosen(next);
              setSelected(new Set());
            }}
          />
          {mayWrite && (
            <div className="flex flex-wrap gap-2">
              {selected.size > 0 && (
                <Button icon="undo" busy={replaying.loading} onClick={() => void replayThese([...selected])}>
                  {t('webhooks.replaySelected', { count: selected.size })}
                </Button>
              )}
              <Button onClick={() => setSinceAsked(true)}>{t('webhooks.replaySince')}</Button>
            </div>
          )}
        </div>
      )}
      {failure !== undefined && <FailureNote error={failure} onRetry={() => void refetch()} />}
      {refusal !== null && <RefusalNote refusal={refusal} />}
      <p role="status" className="text-13 text-good empty:hidden">
        {said}
      </p>
      {page === null && loading && <Loading />}
      {page?.nodes.length === 0 && (
        <Empty title={isNarrowed(chosen) ? t('webhooks.noneFit.title') : t('webhooks.noneYet.title')}>
          {isNarrowed(chosen) ? t('webhooks.noneFit.text') : t('webhooks.noneYet.text')}
        </Empty>
      )}
      {page !== null && page.nodes.length > 0 && (
        <DeliveryTable
          deliveries={page.nodes}
          selected={mayWrite ? selected : null}
          onSelect={setSelected}
          onOpen={setOpen}
        />
      )}
      {page?.pageInfo.hasNextPage && (
        <div>
          <Button onClick={() => void fetchMore({ variables: { after: page.pageInfo.endCursor } })} busy={loading}>
            {t('more')}
          </Button>
        </div>
      )}
      {open !== null && (
        <DeliveryDrawer
          id={open}
          replay={mayWrite ? () => void replayThese([open]) : null}
          busy={replaying.loading}
          onClose={() => setOpen(null)}
        />
      )}
      {sinceAsked && (
        <ReplaySinceDialog
          filter={variables.filter}
          onReplayed={(count) => {
            setSinceAsked(false);
            setSaid(t('webhooks.replayed', { count }));
            void refetch();
          }}
          onClose={() => setSinceAsked(false)}
        />
      )}
    </Panel>
  );
}

interface DeliveryLogProps {
  readonly endpoints: readonly EndpointRowFragment[];
  readonly mayWrite: boolean;
}
