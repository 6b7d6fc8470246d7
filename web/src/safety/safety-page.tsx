import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceButton } from '../controls/choice-button.tsx';
import { Page } from '../controls/page.tsx';
import { Panel } from '../controls/panel.tsx';
import { QueueSteps } from '../controls/queue-steps.tsx';
import { TextField } from '../controls/text-field.tsx';
import { useHasScope } from '../frame/viewer-context.ts';
import type { SafetyDecision, SafetyFlagCardFragment } from '../generated/graphql.ts';
import {
  useDecidedSafetyFlagsQuery,
  useDecideSafetyFlagMutation,
  useWaitingSafetyFlagsQuery,
} from '../generated/hooks.ts';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { NotAllowed } from '../states/not-allowed.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';
import { AppealDialog } from './appeal-dialog.tsx';
import { DecidedFlags } from './decided-flags.tsx';
import { type ChosenFilter, filterOf, noFilter, SafetyFilters } from './safety-filters.tsx';
import { SafetyFlagCard } from './safety-flag-card.tsx';
import { SafetyQueue } from './safety-queue.tsx';

/** The urgent first; one sentence at a time, decided with one key, and the next is there. */
export function SafetyPage() {
  const { t } = useTranslation();
  const mayRead = useHasScope('safety:read');
  const mayDecide = useHasScope('safety:write') ?? false;
  const withPeople = useHasScope('people:read') ?? false;
  const [chosen, setChosen] = useState<ChosenFilter>(noFilter);
  const [shownId, setShownId] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [appealing, setAppealing] = useState<SafetyFlagCardFragment | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [spoken, setSpoken] = useState('');
  const skip = mayRead !== true;
  const waiting = useWaitingSafetyFlagsQuery({
    variables: { filter: filterOf(chosen), withPeople },
    fetchPolicy: 'cache-and-network',
    skip,
  });
  const decided = useDecidedSafetyFlagsQuery({ variables: { withPeople }, fetchPolicy: 'cache-and-network', skip });
  const [decide, deciding] = useDecideSafetyFlagMutation();
  const flags = waiting.data?.waiting?.nodes ?? [];
  const flag = flags.find(({ id }) => id === shownId) ?? flags[0] ?? null;
  const isOwn = flag?.status === 'APPEALED' && flag.decidedByViewer;

  const beside = (step: 1 | -1) => flags[flags.findIndex(({ id }) => id === flag?.id) + step]?.id ?? null;
  const show = (id: string | null) => {
    setShownId(id);
    setNote('');
  };
  const stepTo = (step: 1 | -1) => {
    const id = beside(step);
    return id === null ? null : () => show(id);
  };
  const reread = () => Promise.all([waiting.refetch(), decided.refetch()]);
  const choose = async (decision: SafetyDecision) => {
    if (flag === null || !mayDecide || isOwn || deciding.loading) return;
    setRefusal(null);
    const next = beside(1) ?? beside(-1);
    const { data } = await decide({ variables: { input: { id: flag.id, decision, note: note || null } } });
    if (data?.decideSafetyFlag?.__typename === 'Refused') setRefusal(data.decideSafetyFlag);
    else {
      setSpoken(t(`safetyStatus.${decision}`));
      show(next);
    }
    await reread();
  };

  if (mayRead === false) return <NotAllowed title={t('safety.title')} scope="safety:read" />;
  const failure = waiting.error ?? decided.error ?? deciding.error;
  const past = decided.data?.decided?.nodes ?? [];
  return (
    <Page title={t('safety.title')} lead={t('safety.lead')}>
      {failure !== undefined && <FailureNote error={failure} onRetry={() => void reread()} />}
      {refusal !== null && <RefusalNote refusal={refusal} />}
      <p role="status" className="sr-only">
        {spoken}
      </p>
      <SafetyFilters chosen={chosen} onChoose={setChosen} />
      <Panel
        title={t('safety.waiting')}
        note={waiting.data?.waiting ? t('safety.count', { count: waiting.data.waiting.totalCount }) : undefined}
        actions={<QueueSteps onPrevious={stepTo(-1)} onNext={stepTo(1)} />}
      >
        {waiting.data === undefined && waiting.loading && <Loading />}
        {waiting.data !== undefined && flag === null && (
          <Empty title={t('safety.empty.title')}>{t('safety.empty.text')}</Empty>
        )}
        {flag !== null && (
          <div className="grid gap-6 lg:grid-cols-[18rem_minmax(0,1fr)]">
            <SafetyQueue flags={flags} shown={flag.id} onShow={show} />
            <SafetyFlagCard flag={flag}>
              {isOwn && <p className="text-14 text-soft">{t('safety.own')}</p>}
              {mayDecide && !isOwn && (
                <>
                  <TextField
                    label={t('safety.note')}
                    help={t('safety.noteHelp')}
                    value={note}
                    maxLength={1000}
                    onChange={(event) => setNote(event.target.value)}
                  />
                  <div className="grid gap-2 sm:grid-cols-2">
                    {(['UPHELD', 'DISMISSED'] as const).map((decision, index) => (
                      <ChoiceButton
                        key={decision}
                        digit={index + 1}
                        words={t(`safetyDecision.${decision}`)}
                        busy={deciding.loading}
                        onChoose={() => void choose(decision)}
                      />
                    ))}
                  </div>
                </>
              )}
            </SafetyFlagCard>
          </div>
        )}
      </Panel>
      {past.length > 0 && <DecidedFlags flags={past} onAppeal={setAppealing} />}
      {appealing !== null && (
        <AppealDialog
          flag={appealing}
          onClose={() => setAppealing(null)}
          onAppealed={() => {
            setAppealing(null);
            void reread();
          }}
        />
      )}
    </Page>
  );
}
