import { useTranslation } from 'react-i18next';
import { SelectField } from '../controls/select-field.tsx';
import type { EndpointRowFragment, WebhookDeliveryFilter, WebhookDeliveryStatus } from '../generated/graphql.ts';

export interface ChosenFilter {
  readonly status: WebhookDeliveryStatus | '';
  readonly endpointId: string;
}

export const noFilter: ChosenFilter = { status: '', endpointId: '' };

export function isNarrowed({ status, endpointId }: ChosenFilter): boolean {
  return status !== '' || endpointId !== '';
}

export function filterOf({ status, endpointId }: ChosenFilter): WebhookDeliveryFilter {
  return { status: status || null, endpointId: endpointId || null };
}

const statuses = [
  'DEAD',
  'RETRYING',
  'UNRECOGNISED',
  'RECEIVED',
  'PROCESSED',
] as const satisfies WebhookDeliveryStatus[];

/** The states stand side by side, dead letters first: they are what somebody comes here for. */
export function DeliveryFilters({ chosen, endpoints, onChoose }: DeliveryFiltersProps) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-wrap items-end gap-3">
      <fieldset className="flex flex-wrap gap-1.5">
        <legend className="mb-1.5 text-13 font-medium text-ink">{t('keys.state')}</legend>
        {(['', ...statuses] as const).map((status) => (
          <label
            key={status}
            className="inline-flex min-h-9 cursor-pointer items-center rounded-base border border-line-strong bg-surface px-3 text-13 text-soft hover:bg-sunken has-checked:border-accent has-checked:bg-accent-soft has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="delivery-status"
              className="sr-only"
              checked={chosen.status === status}
              onChange={() => onChoose({ ...chosen, status })}
            />
            {status === '' ? t('webhooks.all') : t(`webhookStatus.${status}`)}
          </label>
        ))}
      </fieldset>
      {endpoints.length > 1 && (
        <SelectField
          label={t('webhooks.endpoint')}
          className="w-48"
          value={chosen.endpointId}
          onChange={(event) => onChoose({ ...chosen, endpointId: event.target.value })}
        >
          <option value="">{t('webhooks.all')}</option>
          {endpoints.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
    </div>
  );
}

interface DeliveryFiltersProps {
  readonly chosen: ChosenFilter;
  readonly endpoints: readonly EndpointRowFragment[];
  readonly onChoose: (chosen: ChosenFilter) => void;
}
