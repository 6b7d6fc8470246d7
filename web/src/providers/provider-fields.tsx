import { useTranslation } from 'react-i18next';
import { SelectField } from '../controls/select-field.tsx';
import { TextField } from '../controls/text-field.tsx';
import type { LearningProvider, ProviderSettingsFragment } from '../generated/graphql.ts';
import { intervalWords, usualIntervals } from './interval-words.ts';
import { takesToken } from './takes-token.ts';

/** What a connection consists of, empty or as it is; the kind of provider is chosen before, and stays. */
export function ProviderFields({ kind, known, missing }: ProviderFieldsProps) {
  const { t } = useTranslation();
  const problem = (name: string) => (missing.has(name) ? t('providers.missing') : null);
  const current = known?.intervalMinutes ?? 60;
  const intervals = [...new Set([...usualIntervals, current])].sort((one, other) => one - other);
  return (
    <>
      <TextField
        label={t('providers.name')}
        error={problem('name')}
        name="name"
        defaultValue={known?.name ?? ''}
        maxLength={200}
        autoComplete="off"
      />
      <TextField
        label={t('providers.address')}
        help={t('providers.addressHelp')}
        error={problem('baseUrl')}
        name="baseUrl"
        defaultValue={known?.baseUrl ?? ''}
        type="url"
        autoComplete="off"
        spellCheck={false}
      />
      {takesToken(kind) ? (
        <TextField
          label={t('providers.tokenUrl')}
          help={t('providers.tokenUrlHelp')}
          name="tokenUrl"
          defaultValue={known?.tokenUrl ?? ''}
          type="url"
          autoComplete="off"
          spellCheck={false}
        />
      ) : (
        <TextField
          label={t('providers.recordsPath')}
          help={t('providers.recordsPathHelp')}
          name="recordsPath"
          defaultValue={known?.recordsPath ?? ''}
          autoComplete="off"
          spellCheck={false}
        />
      )}
      <TextField
        label={t('providers.client')}
        name="clientId"
        defaultValue={known?.clientId ?? ''}
        autoComplete="off"
        spellCheck={false}
      />
      <TextField
        label={t('providers.secret')}
        help={known === null ? t('providers.secretHelp') : t('providers.secretKept')}
        error={problem('secret')}
        name="secret"
        type="password"
        autoComplete="new-password"
      />
      <SelectField label={t('providers.interval')} name="interval" defaultValue={String(current)}>
        {intervals.map((minutes) => (
          <option key={minutes} value={minutes}>
            {intervalWords(t, minutes)}
          </option>
        ))}
      </SelectField>
    </>
  );
}

interface ProviderFieldsProps {
  readonly kind: LearningProvider;
  /** Null for a connection that is still to be made. */
  readonly known: ProviderSettingsFragment | null;
  readonly missing: ReadonlySet<string>;
}
