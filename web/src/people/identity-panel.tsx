import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../controls/button.tsx';
import { Panel } from '../controls/panel.tsx';
import { TextField } from '../controls/text-field.tsx';
import { UndoNote } from '../controls/undo-note.tsx';
import type { LinkIdentityInput, ParticipantPageQuery } from '../generated/graphql.ts';
import { useLinkIdentityMutation, useUnlinkIdentityMutation } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';

/** Ids in other systems. An id that somebody else has is not taken from them: it becomes a question. */
export function IdentityPanel({ person, mayWrite, onChanged }: IdentityPanelProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [link, { loading, error }] = useLinkIdentityMutation();
  const [unlink, unlinking] = useUnlinkIdentityMutation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [removed, setRemoved] = useState<LinkIdentityInput | null>(null);
  const identities = person.identities ?? [];

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const system = String(fields.get('system')).trim().toLowerCase();
    const externalId = String(fields.get('externalId')).trim();
    if (await add({ personKind: 'PARTICIPANT', personId: person.id, system, externalId })) form.reset();
  };

  /** Resolves to whether the person has the id now. */
  const add = async (input: LinkIdentityInput): Promise<boolean> => {
    setRefusal(null);
    setRemoved(null);
    const { data } = await link({ variables: { input } });
    const made = data?.linkIdentity;
    if (made?.__typename === 'Refused') setRefusal(made);
    if (made?.__typename === 'ReviewItemRaised') void navigate(`/review-items?item=${made.reviewItem.id}`);
    if (made?.__typename !== 'IdentityLinked') return false;
    onChanged();
    return true;
  };

  const takeAway = async ({ id, personId, system, externalId }: (typeof identities)[number]) => {
    setRefusal(null);
    const { data } = await unlink({ variables: { id } });
    const done = data?.unlinkIdentity;
    if (done?.__typename === 'Refused') setRefusal(done);
    if (done?.__typename === 'IdentityUnlinked')
      setRemoved({ personKind: 'PARTICIPANT', personId, system, externalId });
    onChanged();
  };

  return (
    <Panel title={t('identity.title')} note={t('identity.note')}>
      {identities.length === 0 && <p className="text-13 text-muted">{t('identity.none')}</p>}
      {identities.length > 0 && (
        <ul className="grid">
          {identities.map((identity) => (
            <li key={identity.id} className="flex items-center gap-3 border-b border-line py-2">
              <span className="grid min-w-0 flex-1">
                <span className="text-12 text-muted">{identity.system}</span>
                <span className="font-mono text-13 break-all text-ink">{identity.externalId}</span>
              </span>
              {mayWrite && (
                <Button
                  look="quiet"
                  onClick={() => void takeAway(identity)}
                  aria-label={t('identity.unlinkNamed', { system: identity.system, id: identity.externalId })}
                >
                  {t('identity.unlink')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {removed !== null && (
        <UndoNote
          words={t('identity.removed', { system: removed.system, id: removed.externalId })}
          busy={loading}
          onUndo={() => void add(removed)}
        />
      )}
      {refusal !== null && <RefusalNote refusal={refusal} />}
      {(error ?? unlinking.error) !== undefined && <FailureNote error={error ?? unlinking.error} />}
      {mayWrite && (
        <form onSubmit={submit} className="grid gap-3">
          <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-1">
            <TextField
              label={t('identity.system')}
              name="system"
              required
              maxLength={40}
              placeholder="discord"
              autoComplete="off"
            />
            <TextField label={t('identity.externalId')} name="externalId" required maxLength={254} autoComplete="off" />
          </div>
          <div>
            <Button type="submit" busy={loading}>
              {t('identity.link')}
            </Button>
          </div>
        </form>
      )}
    </Panel>
  );
}

interface IdentityPanelProps {
  readonly person: NonNullable<ParticipantPageQuery['participant']>;
  readonly mayWrite: boolean;
  readonly onChanged: () => void;
}
