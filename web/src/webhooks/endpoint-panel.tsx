import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { Panel } from '../controls/panel.tsx';
import type { EndpointRowFragment } from '../generated/graphql.ts';
import {
  useDisableWebhookEndpointMutation,
  useEnableWebhookEndpointMutation,
  useSendTestWebhookMutation,
  type useWebhookEndpointsQuery,
} from '../generated/hooks.ts';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';
import { EndpointTable } from './endpoint-table.tsx';
import type { IssuedSecret } from './issued-secret-dialog.tsx';
import { RotateSecretDialog } from './rotate-secret-dialog.tsx';

/** The endpoints with what can be done to each. Disabling is undone by enabling, so nothing asks twice. */
export function EndpointPanel({ endpoints, mayWrite, onIssued }: EndpointPanelProps) {
  const { t } = useTranslation();
  const { data, error, loading, refetch, fetchMore } = endpoints;
  const [disable, disabling] = useDisableWebhookEndpointMutation();
  const [enable, enabling] = useEnableWebhookEndpointMutation();
  const [sendTest, sending] = useSendTestWebhookMutation();
  const [rotating, setRotating] = useState<EndpointRowFragment | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [said, setSaid] = useState('');
  const page = data?.webhookEndpoints ?? null;
  const failure = error ?? disabling.error ?? enabling.error ?? sending.error;

  const switchOver = async ({ id, disabledAt }: EndpointRowFragment) => {
    setRefusal(null);
    if (disabledAt === null) {
      const done = (await disable({ variables: { id } })).data?.disableWebhookEndpoint;
      if (done?.__typename === 'Refused') setRefusal(done);
    } else {
      const done = (await enable({ variables: { id } })).data?.enableWebhookEndpoint;
      if (done?.__typename === 'Refused') setRefusal(done);
    }
  };
  const test = async ({ id, name }: EndpointRowFragment) => {
    setRefusal(null);
    setSaid('');
    const done = (await sendTest({ variables: { endpointId: id } })).data?.sendTestWebhook;
    if (done?.__typename === 'Refused') setRefusal(done);
    if (done?.__typename === 'WebhookTestSent') setSaid(t('webhooks.testSent', { name }));
  };

  return (
    <Panel
      title={t('webhooks.endpoints')}
      note={page?.totalCount ? t('webhooks.endpointCount', { count: page.totalCount }) : undefined}
    >
      {failure !== undefined && <FailureNote error={failure} onRetry={() => void refetch()} />}
      {refusal !== null && <RefusalNote refusal={refusal} />}
      {page === null && loading && <Loading />}
      {page?.nodes.length === 0 && <Empty title={t('webhooks.empty.title')}>{t('webhooks.empty.text')}</Empty>}
      {page !== null && page.nodes.length > 0 && (
        <EndpointTable
          endpoints={page.nodes}
          mayWrite={mayWrite}
          onRotate={setRotating}
          onSwitch={(endpoint) => void switchOver(endpoint)}
          onTest={(endpoint) => void test(endpoint)}
        />
      )}
      <p role="status" className="text-13 text-good empty:hidden">
        {said}
      </p>
      {page?.pageInfo.hasNextPage && (
        <div>
          <Button onClick={() => void fetchMore({ variables: { after: page.pageInfo.endCursor } })} busy={loading}>
            {t('more')}
          </Button>
        </div>
      )}
      {rotating !== null && (
        <RotateSecretDialog
          endpoint={rotating}
          onIssued={(issued) => {
            setRotating(null);
            onIssued(issued);
          }}
          onClose={() => setRotating(null)}
        />
      )}
    </Panel>
  );
}

interface EndpointPanelProps {
  readonly endpoints: ReturnType<typeof useWebhookEndpointsQuery>;
  readonly mayWrite: boolean;
  readonly onIssued: (secret: IssuedSecret) => void;
}
