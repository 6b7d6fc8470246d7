import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { Panel } from '../controls/panel.tsx';
import { SelectField } from '../controls/select-field.tsx';
import type { FollowUpState, FollowUpsQuery } from '../generated/graphql.ts';
import { useCloseFollowUpMutation, useFollowUpsQuery } from '../generated/hooks.ts';
import { useFormat } from '../language/use-format.ts';
import { personName } from '../people/person-name.ts';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';
import { journeyName } from './journey-names.ts';
import { ParticipantWithFlags } from './participant-flags.tsx';

const states = ['OPEN', 'CLOSED', 'ENDED'] as const satisfies readonly FollowUpState[];

/** Participants at whom somebody should look, and who was looked at. */
export function FollowUpList({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useTranslation();
  const [state, setState] = useState<FollowUpState>('OPEN');
  const { data, error, loading, refetch, fetchMore } = useFollowUpsQuery({
    variables: { state },
    fetchPolicy: 'cache-and-network',
  });
  const page = data?.followUps ?? null;
  return (
    <Panel
      title={t('journey.followUps')}
      note={page === null ? undefined : t('journey.followUpCount', { count: page.totalCount })}
      actions={
        <SelectField
          label={t('journey.followUpState')}
          labelHidden
          value={state}
          onChange={(event) => setState(event.target.value as FollowUpState)}
        >
          {states.map((each) => (
            <option key={each} value={each}>
              {t(`followUpState.${each}`)}
            </option>
          ))}
        </SelectField>
      }
    >
      {error !== undefined && <FailureNote error={error} onRetry={() => void refetch()} />}
      {page === null && loading && <Loading />}
      {page?.nodes.length === 0 && <Empty title={t('journey.noFollowUps')}>{t('journey.noFollowUpsText')}</Empty>}
      {page !== null && page.nodes.length > 0 && (
        <ul className="grid">
          {page.nodes.map((followUp) => (
            <FollowUpRow key={followUp.id} followUp={followUp} mayWrite={mayWrite} onClosed={() => void refetch()} />
          ))}
        </ul>
      )}
      {page?.pageInfo.hasNextPage && (
        <div>
          <Button onClick={() => void fetchMore({ variables: { after: page.pageInfo.endCursor } })} busy={loading}>
            {t('more')}
          </Button>
        </div>
      )}
    </Panel>
  );
}

type FollowUp = NonNullable<FollowUpsQuery['followUps']>['nodes'][number];

function FollowUpRow({ followUp, mayWrite, onClosed }: FollowUpRowProps) {
  const language = useTranslation();
  const { t } = language;
  const format = useFormat();
  const [close, { loading, error }] = useCloseFollowUpMutation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const confirm = async () => {
    const { data } = await close({ variables: { id: followUp.id } });
    if (data?.closeFollowUp?.__typename === 'Refused') setRefusal(data.closeFollowUp);
    else if (data) onClosed();
  };
  const { participant, rule, reason, since, state, closedAt } = followUp;
  const name = personName(participant);
  return (
    <li className="grid gap-2 border-b border-line py-3 last:border-b-0 md:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)_auto] md:gap-4">
      <ParticipantWithFlags participant={participant} />
      <div className="grid content-start gap-0.5">
        <span>
          {language.i18n.exists(`journeyReason.${rule.name}`)
            ? t(`journeyReason.${rule.name as 'followup_needed'}`)
            : reason}
        </span>
        <span className="text-12 text-muted">
          {journeyName(rule.name, language)} · {t('journey.since', { date: format.date(since) })}
          {closedAt !== null && ` · ${t('journey.until', { date: format.date(closedAt) })}`}
        </span>
        {error !== undefined && <FailureNote error={error} />}
        {refusal !== null && <RefusalNote refusal={refusal} />}
      </div>
      {mayWrite && state === 'OPEN' && (
        <div>
          <Button icon="check" onClick={confirm} busy={loading} aria-label={t('journey.closeNamed', { name })}>
            {t('journey.closeFollowUp')}
          </Button>
        </div>
      )}
    </li>
  );
}

interface FollowUpRowProps {
  readonly followUp: FollowUp;
  readonly mayWrite: boolean;
  readonly onClosed: () => void;
}
