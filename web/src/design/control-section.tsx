import { useTranslation } from 'react-i18next';
import { SingleKeysChoice } from '../account/single-keys-choice.tsx';
import { Button, type ButtonLook } from '../controls/button.tsx';
import { CopyButton } from '../controls/copy-button.tsx';
import { Panel } from '../controls/panel.tsx';
import { QueueSteps } from '../controls/queue-steps.tsx';
import { SearchField } from '../controls/search-field.tsx';
import { SelectField } from '../controls/select-field.tsx';
import { TextField } from '../controls/text-field.tsx';
import { languageNames, languages } from '../language/language.ts';

/** What is pressed, written into or chosen from: as it is, busy, wrong, and not to be used. */
export function ControlSection() {
  const { t } = useTranslation();
  return (
    <>
      <Panel title={t('design.buttons')}>
        {looks.map((look) => (
          <div key={look} className="flex flex-wrap items-center gap-2">
            <Button look={look}>{t('signIn.submit')}</Button>
            <Button look={look} icon="download">
              {t('signIn.submit')}
            </Button>
            <Button look={look} busy>
              {t('signIn.submit')}
            </Button>
            <Button look={look} disabled>
              {t('signIn.submit')}
            </Button>
          </div>
        ))}
        <div className="flex flex-wrap items-center gap-2">
          <CopyButton text={t('productName')} label={t('cite.label')} look="secondary" />
          <QueueSteps onPrevious={null} onNext={nothing} />
        </div>
      </Panel>
      <Panel title={t('design.fields')}>
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField label={t('account.name')} />
          <TextField label={t('signIn.workEmail')} help={t('signIn.company.help')} placeholder="olena@example.net" />
          <TextField label={t('signIn.email')} error={t('sroiProblem.MISSING')} defaultValue="olena" />
          <TextField label={t('account.email')} readOnly value="olena@example.net" />
          <SelectField label={t('frame.language')} defaultValue="en">
            {languages.map((language) => (
              <option key={language} value={language}>
                {languageNames[language]}
              </option>
            ))}
          </SelectField>
          <SearchField
            id="design-search"
            label={t('people.search')}
            submitLabel={t('people.searchSubmit')}
            hint={t('people.searchHint')}
            value=""
            onSearch={nothing}
          />
        </div>
        <SingleKeysChoice />
      </Panel>
    </>
  );
}

const looks = ['primary', 'secondary', 'quiet', 'danger'] as const satisfies ButtonLook[];
const nothing = () => undefined;
