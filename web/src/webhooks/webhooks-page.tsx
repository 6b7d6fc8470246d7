import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { Page } from '../controls/page.tsx';
import { useHasScope } from '../frame/viewer-context.ts';
import { useWebhookEndpointsQuery } from '../generated/hooks.ts';
import { NotAllowed } from '../states/not-allowed.tsx';
import { CreateEndpointDialog } from './create-endpoint-dialog.tsx';
import { DeliveryLog } from './delivery-log.tsx';
import { EndpointPanel } from './endpoint-panel.tsx';
import { type IssuedSecret, IssuedSecretDialog } from './issued-secret-dialog.tsx';

/** Where partner systems send what has happened, and what became of it. */
export function WebhooksPage() {
  const { t } = useTranslation();
  const mayRead = useHasScope('webhooks:read');
  const mayWrite = useHasScope('webhooks:write') ?? false;
  const endpoints = useWebhookEndpointsQuery({ fetchPolicy: 'cache-and-network', skip: mayRead !== true });
  const [creating, setCreating] = useState(false);
  const [issued, setIssued] = useState<IssuedSecret | null>(null);
  const show = (secret: IssuedSecret) => {
    setCreating(false);
    setIssued(secret);
    void endpoints.refetch();
  };

  if (mayRead === false) return <NotAllowed title={t('webhooks.title')} scope="webhooks:read" />;
  return (
    <Page
      title={t('webhooks.title')}
      lead={t('webhooks.lead')}
      aside={
        mayWrite && (
          <Button look="primary" icon="webhooks" onClick={() => setCreating(true)}>
            {t('webhooks.create')}
          </Button>
        )
      }
    >
      <EndpointPanel endpoints={endpoints} mayWrite={mayWrite} onIssued={show} />
      {mayRead && <DeliveryLog endpoints={endpoints.data?.webhookEndpoints?.nodes ?? []} mayWrite={mayWrite} />}
      {creating && <CreateEndpointDialog onIssued={show} onClose={() => setCreating(false)} />}
      {issued !== null && <IssuedSecretDialog issued={issued} onClose={() => setIssued(null)} />}
    </Page>
  );
}
