import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField } from '../controls/select-field.tsx';
import { useModelShadowQuery } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { AgreementTable } from './agreement-table.tsx';
import { ComparisonWords } from './comparison-words.tsx';
import { PairedFigures } from './paired-figures.tsx';
import type { Shadow } from './shadow-answer.ts';

/** A version that read unseen beside the one whose scores were shown: where they say the same, and which of them reviewers agree with. */
export function ShadowComparison({ version, against }: { version: string; against: string }) {
  const { t } = useTranslation();
  const [language, setLanguage] = useState('');
  const { data, error, refetch } = useModelShadowQuery({
    variables: { version, against },
    fetchPolicy: 'cache-and-network',
  });
  const compared = data?.modelShadowComparison;
  if (error) return <FailureNote error={error} onRetry={() => void refetch()} />;
  if (!compared) return <Loading />;
  const languages = [...new Set(compared.agreement.flatMap((line) => line.language ?? []))];
  if (compared.agreement.length === 0) return <p className="text-14 text-soft">{t('models.shadow.tooFew')}</p>;
  return (
    <div className="grid gap-5">
      {languages.length > 1 && (
        <SelectField
          label={t('models.languageTitle')}
          value={language}
          onChange={(event) => setLanguage(event.target.value)}
          className="max-w-60"
        >
          <option value="">{t('models.allLanguages')}</option>
          {languages.map((tag) => (
            <option key={tag} value={tag}>
              {t(`models.language.${tag}`, { defaultValue: tag })}
            </option>
          ))}
        </SelectField>
      )}
      <section className="grid gap-2">
        <h3 className="text-14 font-medium text-ink">{t('models.shadow.agreement', { version, against })}</h3>
        <p className="text-13 text-muted">{t('models.shadow.agreementNote', { against })}</p>
        <AgreementTable lines={compared.agreement.filter((line) => (line.language ?? '') === language)} />
      </section>
      <Labelled compared={compared} language={language} />
    </div>
  );
}

function Labelled({ compared: { labelled, version, against }, language }: { compared: Shadow; language: string }) {
  const { t } = useTranslation();
  const figures = labelled?.languages.find((one) => (one.language ?? '') === language)?.figures;
  return (
    <section className="grid gap-2">
      <h3 className="text-14 font-medium text-ink">{t('models.shadow.labelled')}</h3>
      {labelled === null || figures === undefined ? (
        <p className="text-14 text-soft">{t('models.shadow.noLabels')}</p>
      ) : (
        <>
          <ComparisonWords compared={labelled.test} candidate={version} baseline={against} />
          <p className="text-13 text-muted">{t('models.shadow.labelledNote')}</p>
          <PairedFigures figures={figures} />
        </>
      )}
    </section>
  );
}
