import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../controls/button.tsx';
import { Panel } from '../controls/panel.tsx';
import { useHasScope } from '../frame/viewer-context.ts';
import type { JourneyRuleTextFragment } from '../generated/graphql.ts';
import { useDeleteJourneyRuleMutation, useSaveJourneyRuleMutation } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';
import { firstRule } from './first-rule.ts';
import { RuleHistory } from './rule-history.tsx';
import { RulePreview } from './rule-preview.tsx';
import { type Problem, RuleText } from './rule-text.tsx';
import { useDraft } from './use-draft.ts';
import { usePreview } from './use-preview.ts';

/** The text of a rule with what is wrong beside its place; trying it changes nothing, saving it looks at everybody again. */
export function RuleEditor({ rule, onChanged }: RuleEditorProps) {
  const { t } = useTranslation();
  const go = useNavigate();
  const mayWrite = useHasScope('journeys:write') ?? false;
  const draft = useDraft(rule?.name ?? 'new', rule?.revision ?? 0, rule?.source ?? firstRule);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [said, setSaid] = useState('');
  const { preview, tried, ...trying } = usePreview();
  const [save, saving] = useSaveJourneyRuleMutation();
  const [remove, removing] = useDeleteJourneyRuleMutation();
  const result = tried?.source === draft.text ? tried.result : null;
  const error = trying.error ?? saving.error ?? removing.error;
  const revision = rule?.origin === 'COMPANY' ? rule.revision : 0;

  const begin = () => {
    setProblems([]);
    setRefusal(null);
    setSaid('');
  };
  const tryIt = async () => {
    begin();
    const answer = await preview(draft.text);
    if (answer?.__typename === 'JourneyRuleInvalid') setProblems(answer.problems);
  };
  const store = async () => {
    begin();
    const { data } = await save({ variables: { input: { source: draft.text, revision } } });
    const answer = data?.saveJourneyRule;
    if (answer?.__typename === 'JourneyRuleInvalid') setProblems(answer.problems);
    if (answer?.__typename === 'Refused') setRefusal(answer);
    if (answer?.__typename !== 'JourneyRuleSaved') return;
    draft.forget();
    setSaid(t('journey.saved'));
    if (answer.rule.name !== rule?.name) await go(`/journey/${answer.rule.name}`);
    else onChanged();
  };
  const takeAway = async () => {
    if (rule === null) return;
    begin();
    const { data } = await remove({ variables: { input: { name: rule.name, revision } } });
    if (data?.deleteJourneyRule?.__typename === 'Refused') setRefusal(data.deleteJourneyRule);
    else if (data) await go('/journey');
  };

  return (
    <>
      <Panel title={t('journey.text')} note={t('journey.textNote')}>
        {refusal !== null && <RefusalNote refusal={refusal} />}
        {error !== undefined && <FailureNote error={error} />}
        <RuleText text={draft.text} problems={problems} readOnly={!mayWrite} onChange={draft.write} />
        <div className="flex flex-wrap items-center gap-2">
          <Button onClick={tryIt} busy={trying.loading}>
            {t('journey.try')}
          </Button>
          {mayWrite && (
            <Button look="primary" onClick={store} busy={saving.loading}>
              {t('journey.save')}
            </Button>
          )}
          {mayWrite && rule?.origin === 'COMPANY' && (
            <Button look="danger" onClick={takeAway} busy={removing.loading}>
              {t('journey.delete')}
            </Button>
          )}
          <span role="status" className="text-13 text-good">
            {said}
          </span>
        </div>
      </Panel>
      {result?.__typename === 'JourneyRulePreview' && <RulePreview preview={result} />}
      {rule !== null && <RuleHistory revisions={rule.revisions} onUse={draft.write} />}
    </>
  );
}

interface RuleEditorProps {
  readonly rule: JourneyRuleTextFragment | null;
  readonly onChanged: () => void;
}
