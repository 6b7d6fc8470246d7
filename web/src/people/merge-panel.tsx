import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { Panel } from '../controls/panel.tsx';
import { UndoNote } from '../controls/undo-note.tsx';
import type { ParticipantPageQuery } from '../generated/graphql.ts';
import { useMergeParticipantsMutation, useUnmergePeopleMutation } from '../generated/hooks.ts';
import { useFormat } from '../language/use-format.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';

/** Duplicates that are shown as this person, each to be taken apart again. */
export function MergePanel({ person, mayWrite, onChanged }: MergePanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [unmerge, { loading, error }] = useUnmergePeopleMutation();
  const [merge, merging] = useMergeParticipantsMutation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [parted, setParted] = useState<Parted | null>(null);
  const standing = (person.merges ?? []).filter(({ unmergedAt }) => unmergedAt === null);
  const takeApart = async (mergeId: string, name: string) => {
    setRefusal(null);
    const { data } = await unmerge({ variables: { mergeId } });
    const done = data?.unmergePeople;
    if (done?.__typename === 'Refused') setRefusal(done);
    if (done?.__typename === 'PeopleUnmerged')
      setParted({ name, keepId: done.merge.keptId, mergedId: done.merge.mergedId });
    onChanged();
  };
  const mergeAgain = async ({ keepId, mergedId }: Parted) => {
    setParted(null);
    const { data } = await merge({ variables: { input: { keepId, mergedId } } });
    if (data?.mergeParticipants?.__typename === 'Refused') setRefusal(data.mergeParticipants);
    onChanged();
  };
  return (
    <Panel title={t('merge.title')}>
      {standing.length === 0 && <p className="text-13 text-muted">{t('merge.none')}</p>}
      {standing.length > 0 && (
        <ul className="grid">
          {standing.map(({ id, mergedName, mergedEmail, mergedId, mergedAt, mergedBy }) => {
            const name = mergedName ?? mergedEmail ?? `…${mergedId.slice(-6)}`;
            return (
              <li key={id} className="flex items-center gap-3 border-b border-line py-2 last:border-0">
                <span className="grid min-w-0 flex-1">
                  <span className="text-14 break-words text-ink">{name}</span>
                  <span className="text-12 text-muted">
                    {[format.dateTime(mergedAt), mergedBy?.name].filter(Boolean).join(' · ')}
                  </span>
                </span>
                {mayWrite && (
                  <Button
                    look="quiet"
                    icon="undo"
                    busy={loading}
                    onClick={() => void takeApart(id, name)}
                    aria-label={t('merge.undoNamed', { name })}
                  >
                    {t('merge.undo')}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {parted !== null && (
        <UndoNote
          words={t('timeline.unmerged', { name: parted.name })}
          busy={merging.loading}
          onUndo={() => void mergeAgain(parted)}
        />
      )}
      {refusal !== null && <RefusalNote refusal={refusal} />}
      {(error ?? merging.error) !== undefined && <FailureNote error={error ?? merging.error} />}
    </Panel>
  );
}

interface Parted {
  readonly name: string;
  readonly keepId: string;
  readonly mergedId: string;
}

interface MergePanelProps {
  readonly person: NonNullable<ParticipantPageQuery['participant']>;
  readonly mayWrite: boolean;
  readonly onChanged: () => void;
}
