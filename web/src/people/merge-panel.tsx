import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { Panel } from '../controls/panel.tsx';
import type { ParticipantPageQuery } from '../generated/graphql.ts';
import { useUnmergePeopleMutation } from '../generated/hooks.ts';
import { useFormat } from '../language/use-format.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';

/** Duplicates that are shown as this person, each to be taken apart again. */
export function MergePanel({ person, mayWrite, onChanged }: MergePanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [unmerge, { loading, error }] = useUnmergePeopleMutation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const standing = (person.merges ?? []).filter(({ unmergedAt }) => unmergedAt === null);
  const takeApart = async (mergeId: string) => {
    setRefusal(null);
    const { data } = await unmerge({ variables: { mergeId } });
    if (data?.unmergePeople?.__typename === 'Refused') setRefusal(data.unmergePeople);
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
                    onClick={() => void takeApart(id)}
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
      {refusal !== null && <RefusalNote refusal={refusal} />}
      {error !== undefined && <FailureNote error={error} />}
    </Panel>
  );
}

interface MergePanelProps {
  readonly person: NonNullable<ParticipantPageQuery['participant']>;
  readonly mayWrite: boolean;
  readonly onChanged: () => void;
}
