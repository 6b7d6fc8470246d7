import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { SelectField } from '../controls/select-field.tsx';
import { TextField } from '../controls/text-field.tsx';
import { dimensions } from '../dashboard/tile-series.ts';
import type { SroiProxyRowFragment } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import { type OutcomeDraft, shareNames } from './account-draft.ts';
import { problemWords } from './problem-words.ts';

/** One outcome: how many, worth what, and how much of it is the programmes' doing. */
export function OutcomeFields({ index, outcome, currency, proxies, problems, onChange, onRemove }: OutcomeFieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const path = (name: string) => `outcomes.${index}.${name}`;
  const set = (name: keyof OutcomeDraft, value: string) => onChange({ ...outcome, [name]: value });
  const field = (name: Exclude<keyof OutcomeDraft, 'key'>) => ({
    id: `sroi-${path(name)}`,
    label: t(`sroiField.${name}`),
    value: outcome[name],
    error: problemWords(t, problems.get(path(name))),
    onChange: ({ target }: { target: { value: string } }) => set(name, target.value),
  });
  const choices = proxies.filter((proxy) => !proxy.archived && proxy.currency === currency);
  const proxyError = problemWords(t, problems.get(path('proxyId')));
  return (
    <fieldset className="grid min-w-0 gap-4 border-t border-line pt-4">
      <legend className="float-left w-full text-14 font-strong text-ink">
        {outcome.title || t('socialReturn.outcomeNumber', { number: index + 1 })}
      </legend>
      <div className="clear-both grid items-start gap-4 sm:grid-cols-2">
        <TextField {...field('title')} help={t('socialReturn.titleHelp')} />
        <SelectField
          id={`sroi-${path('dimension')}`}
          label={t('sroiField.dimension')}
          value={outcome.dimension}
          onChange={({ target }) => set('dimension', target.value)}
        >
          {dimensions.map((dimension) => (
            <option key={dimension} value={dimension}>
              {t('socialReturn.counted', { dimension: t(`dimension.${dimension}`) })}
            </option>
          ))}
          <option value="">{t('socialReturn.stated')}</option>
        </SelectField>
      </div>
      {outcome.dimension === '' && (
        <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
          <TextField {...field('quantity')} inputMode="decimal" />
          <TextField {...field('quantitySource')} />
        </div>
      )}
      <div className="grid gap-1.5">
        <SelectField
          id={`sroi-${path('proxyId')}`}
          label={t('sroiField.proxyId')}
          value={choices.some(({ id }) => id === outcome.proxyId) ? outcome.proxyId : ''}
          onChange={({ target }) => set('proxyId', target.value)}
          aria-invalid={proxyError !== null || undefined}
        >
          <option value="">{t('socialReturn.chooseProxy')}</option>
          {choices.map((proxy) => (
            <option key={proxy.id} value={proxy.id}>
              {`${proxy.name}: ${format.whole(proxy.value)} ${proxy.currency} (${proxy.year})`}
            </option>
          ))}
        </SelectField>
        {choices.length === 0 && <p className="text-12 text-muted">{t('socialReturn.noProxies', { currency })}</p>}
        {proxyError !== null && <p className="text-12 font-medium text-bad">{proxyError}</p>}
      </div>
      <div className="grid items-end gap-4 sm:grid-cols-2 xl:grid-cols-4">
        {shareNames.map((name) => (
          <TextField key={name} {...field(name)} inputMode="decimal" />
        ))}
      </div>
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,3fr)]">
        <TextField {...field('years')} inputMode="numeric" />
        <TextField {...field('assumptionsSource')} />
      </div>
      {onRemove !== undefined && (
        <div>
          <Button
            look="quiet"
            icon="close"
            onClick={onRemove}
            aria-label={t('socialReturn.removeOutcomeNamed', { title: outcome.title || index + 1 })}
          >
            {t('socialReturn.removeOutcome')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

interface OutcomeFieldsProps {
  readonly index: number;
  readonly outcome: OutcomeDraft;
  readonly currency: string;
  readonly proxies: readonly SroiProxyRowFragment[];
  readonly problems: ReadonlyMap<string, string>;
  readonly onChange: (outcome: OutcomeDraft) => void;
  readonly onRemove: (() => void) | undefined;
}
