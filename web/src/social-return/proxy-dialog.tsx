import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { ModalDialog } from '../controls/modal-dialog.tsx';
import { TextField } from '../controls/text-field.tsx';
import type { SroiProxyRowFragment } from '../generated/graphql.ts';
import { useSaveSroiProxyMutation } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';

/** A proxy: name, value, currency, the year of the prices, and the source, without which it is only an opinion. */
export function ProxyDialog({ proxy, currency, onSaved, onClose }: ProxyDialogProps) {
  const { t } = useTranslation();
  const [save, { loading, error }] = useSaveSroiProxyMutation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());

  const store = async (form: FormData, archived: boolean) => {
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const number = (name: string) => Number(text(name).replace(/\s/g, '').replace(',', '.'));
    const empty = ['name', 'value', 'currency', 'year', 'source'].filter((name) => text(name) === '');
    const unread = ['value', 'year'].filter((name) => Number.isNaN(number(name)));
    setRefusal(null);
    setMissing(new Set([...empty, ...unread]));
    if (empty.length + unread.length > 0) return;
    const { data } = await save({
      variables: {
        input: {
          id: proxy?.id ?? null,
          revision: proxy?.revision ?? 0,
          name: text('name'),
          value: number('value'),
          currency: text('currency').toUpperCase(),
          year: Math.round(number('year')),
          source: text('source'),
          archived,
        },
      },
    });
    const answer = data?.saveSroiProxy;
    if (answer?.__typename === 'Refused') setRefusal(answer);
    if (answer?.__typename === 'SroiProxySaved') onSaved();
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    void store(new FormData(event.currentTarget), submitter?.getAttribute('value') === 'archive');
  };
  const problem = (name: string) => (missing.has(name) ? t('sroiProblem.MISSING') : null);

  return (
    <ModalDialog title={t(proxy === null ? 'proxies.add' : 'proxies.changeTitle')} onClose={onClose}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        {refusal !== null && <RefusalNote refusal={refusal} />}
        {error !== undefined && <FailureNote error={error} />}
        <TextField
          name="name"
          label={t('proxies.name')}
          help={t('proxies.nameHelp')}
          defaultValue={proxy?.name}
          error={problem('name')}
        />
        <div className="grid gap-4 sm:grid-cols-3">
          <TextField
            name="value"
            label={t('proxies.value')}
            inputMode="decimal"
            defaultValue={proxy?.value}
            error={problem('value')}
          />
          <TextField
            name="currency"
            label={t('sroiField.currency')}
            maxLength={3}
            defaultValue={proxy?.currency ?? currency}
            error={problem('currency')}
          />
          <TextField
            name="year"
            label={t('proxies.year')}
            inputMode="numeric"
            defaultValue={proxy?.year}
            error={problem('year')}
          />
        </div>
        <TextField
          name="source"
          label={t('proxies.source')}
          help={t('proxies.sourceHelp')}
          defaultValue={proxy?.source}
          error={problem('source')}
        />
        <div className="flex flex-wrap justify-end gap-2">
          {proxy !== null && (
            <Button type="submit" value="archive" look="danger" className="mr-auto" busy={loading}>
              {t('proxies.archive')}
            </Button>
          )}
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary" busy={loading}>
            {t('proxies.save')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
}

interface ProxyDialogProps {
  readonly proxy: SroiProxyRowFragment | null;
  readonly currency: string;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}
