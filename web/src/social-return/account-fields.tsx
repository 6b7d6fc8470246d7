import { useTranslation } from 'react-i18next';
import { TextField } from '../controls/text-field.tsx';
import type { AccountDraft } from './account-draft.ts';
import { problemWords } from './problem-words.ts';

/** What holds for all outcomes: the period, what was put in, and the rate. */
export function AccountFields({ draft, problems, onChange }: AccountFieldsProps) {
  const { t } = useTranslation();
  const field = (name: Exclude<keyof AccountDraft, 'outcomes'>) => ({
    id: `sroi-${name}`,
    label: t(`sroiField.${name}`),
    value: draft[name],
    error: problemWords(t, problems.get(name)),
    onChange: ({ target }: { target: { value: string } }) => onChange({ ...draft, [name]: target.value }),
  });
  return (
    <div className="grid gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField {...field('from')} type="month" />
        <TextField {...field('to')} type="month" />
      </div>
      <div className="grid gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1.4fr)]">
        <TextField {...field('investment')} inputMode="decimal" />
        <TextField
          {...field('currency')}
          maxLength={3}
          autoCapitalize="characters"
          onChange={({ target }) => onChange({ ...draft, currency: target.value.toUpperCase() })}
        />
        <TextField {...field('discountRate')} inputMode="decimal" />
      </div>
      <TextField {...field('investmentSource')} help={t('socialReturn.investmentHelp')} />
    </div>
  );
}

interface AccountFieldsProps {
  readonly draft: AccountDraft;
  readonly problems: ReadonlyMap<string, string>;
  readonly onChange: (draft: AccountDraft) => void;
}
