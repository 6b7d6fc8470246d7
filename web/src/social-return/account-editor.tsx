import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { Panel } from '../controls/panel.tsx';
import type { SocialReturnQuery, SroiProxyRowFragment } from '../generated/graphql.ts';
import { useSaveSroiAccountMutation } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';
import { draftOf, emptyDraft, emptyOutcome, inputOf, missingIn, type OutcomeDraft } from './account-draft.ts';
import { AccountFields } from './account-fields.tsx';
import { OutcomeFields } from './outcome-fields.tsx';
import { ProblemSummary } from './problem-summary.tsx';
import { ResultPanel } from './result-panel.tsx';
import { useAccountDraft } from './use-account-draft.ts';
import { useScenario } from './use-scenario.ts';

/** The account as a form, and beside it what comes out of it at every step. */
export function AccountEditor({ company, account, proxies, mayWrite, onSaved }: AccountEditorProps) {
  const { t } = useTranslation();
  const stored = useMemo(
    () => (account === null ? emptyDraft(company.currency, new Date()) : draftOf(account)),
    [account, company.currency],
  );
  const { draft, write, forget } = useAccountDraft(company.id, account?.revision ?? 0, stored);
  const { scenario, error, complete } = useScenario(draft);
  const [save, saving] = useSaveSroiAccountMutation();
  const [asked, setAsked] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [said, setSaid] = useState('');
  const summary = useRef<HTMLDivElement>(null);
  const problems = problemsIn(asked ? missingIn(draft) : new Set(), scenario, complete && asked);
  const changed = JSON.stringify(inputOf(draft)) !== JSON.stringify(inputOf(stored));

  const change = (index: number, outcome: OutcomeDraft | null) =>
    write({ ...draft, outcomes: draft.outcomes.flatMap((each, place) => (place === index ? (outcome ?? []) : each)) });
  const store = async () => {
    setAsked(true);
    setRefusal(null);
    setSaid('');
    const input = inputOf(draft);
    if (input === null) return void requestAnimationFrame(() => summary.current?.focus());
    const { data } = await save({ variables: { input: { revision: account?.revision ?? 0, account: input } } });
    const answer = data?.saveSroiAccount;
    if (answer?.__typename === 'Refused') setRefusal(answer);
    if (answer?.__typename === 'SroiAccountInvalid') requestAnimationFrame(() => summary.current?.focus());
    if (answer?.__typename !== 'SroiAccountSaved') return;
    forget();
    setAsked(false);
    setSaid(t('socialReturn.saved'));
    onSaved();
  };

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,1.35fr)_minmax(0,1fr)]">
      <Panel title={t('socialReturn.assumptions')} term="deadweight" note={t('socialReturn.assumptionsNote')}>
        {refusal !== null && <RefusalNote refusal={refusal} />}
        {saving.error !== undefined && <FailureNote error={saving.error} />}
        <ProblemSummary ref={summary} problems={problems} outcomes={draft.outcomes} />
        <AccountFields draft={draft} problems={problems} onChange={write} />
        {draft.outcomes.map((outcome, index) => (
          <OutcomeFields
            key={outcome.key}
            index={index}
            outcome={outcome}
            currency={draft.currency}
            proxies={proxies}
            problems={problems}
            onChange={(next) => change(index, next)}
            onRemove={draft.outcomes.length > 1 ? () => change(index, null) : undefined}
          />
        ))}
        <div className="flex flex-wrap items-center gap-2 border-t border-line pt-4">
          <Button onClick={() => write({ ...draft, outcomes: [...draft.outcomes, emptyOutcome(crypto.randomUUID())] })}>
            {t('socialReturn.addOutcome')}
          </Button>
          {mayWrite && (
            <Button look="primary" onClick={store} busy={saving.loading}>
              {t('socialReturn.save')}
            </Button>
          )}
          {changed && account !== null && (
            <Button look="quiet" icon="undo" onClick={forget}>
              {t('socialReturn.discard')}
            </Button>
          )}
          <span role="status" className="text-13 text-good">
            {said}
          </span>
          {!mayWrite && <p className="text-13 text-muted">{t('socialReturn.readOnly')}</p>}
        </div>
      </Panel>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:sticky lg:top-5">
        {error !== undefined && <FailureNote error={error} />}
        <ResultPanel
          scenario={scenario?.__typename === 'SroiResult' ? scenario : null}
          draft={draft}
          tried={changed || account === null}
        />
      </div>
    </div>
  );
}

/** By path: what is missing here, and what the graph found wrong. */
function problemsIn(
  missing: ReadonlySet<string>,
  scenario: ReturnType<typeof useScenario>['scenario'],
  told: boolean,
): ReadonlyMap<string, string> {
  const found = told && scenario?.__typename === 'SroiAccountInvalid' ? scenario.problems : [];
  return new Map([
    ...[...missing].map((path) => [path, 'MISSING'] as const),
    ...found.map(({ path, code }) => [path, code] as const),
  ]);
}

interface AccountEditorProps {
  readonly company: NonNullable<SocialReturnQuery['viewer']>['company'];
  readonly account: SocialReturnQuery['sroiAccount'];
  readonly proxies: readonly SroiProxyRowFragment[];
  readonly mayWrite: boolean;
  readonly onSaved: () => void;
}
