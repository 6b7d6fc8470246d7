import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { Button } from '../controls/button.tsx';
import { Page } from '../controls/page.tsx';
import { textLinkClass } from '../controls/text-link.ts';
import { useHasScope } from '../frame/viewer-context.ts';
import { useParticipantPageQuery } from '../generated/hooks.ts';
import { ParticipantFlags } from '../journey/participant-flags.tsx';
import { useFormat } from '../language/use-format.ts';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { NotAllowed } from '../states/not-allowed.tsx';
import { IdentityPanel } from './identity-panel.tsx';
import { languageName } from './language-name.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { MergePanel } from './merge-panel.tsx';
import { personName } from './person-name.ts';
import { ProgrammePanel } from './programme-panel.tsx';
import { TimelinePanel } from './timeline-panel.tsx';

/** One participant across all programmes and systems, with those who were found to be the same person. */
export function ParticipantPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const mayRead = useHasScope('people:read');
  const mayWrite = useHasScope('people:write') ?? false;
  const withMembers = useHasScope('members:read') ?? false;
  const [merging, setMerging] = useState(false);
  const { data, error, loading, refetch } = useParticipantPageQuery({
    variables: { id, withMembers },
    fetchPolicy: 'cache-and-network',
  });
  const person = data?.participant ?? null;
  const changed = async () => {
    await refetch();
    // Other parts of the platform follow a merge within a second.
    setTimeout(() => void refetch(), followingMs);
  };

  if (mayRead === false) return <NotAllowed title={t('people.title')} scope="people:read" />;
  return (
    <Page
      above={[{ to: '/people', label: t('people.title') }]}
      title={person ? personName(person) : t('people.one')}
      {...(person
        ? {
            lead: [
              person.email,
              person.language === null
                ? null
                : t('people.filter.language', { language: languageName(t, person.language) }),
              t('people.since', { time: format.date(person.createdAt) }),
            ]
              .filter((each) => each !== null)
              .join(' · '),
          }
        : {})}
      aside={mayWrite && person && <Button onClick={() => setMerging(true)}>{t('merge.action')}</Button>}
    >
      {error !== undefined && <FailureNote error={error} onRetry={() => void refetch()} />}
      {person === null && loading && <Loading />}
      {person === null && !loading && error === undefined && (
        <Empty title={t('people.gone.title')}>{t('people.gone.text')}</Empty>
      )}
      {person !== null && <ParticipantFlags flags={person.journeyFlags} />}
      {person !== null && (person.openReviewItems?.length ?? 0) > 0 && (
        <p className="rounded-base border border-attention/40 bg-attention-tint px-4 py-3 text-14 text-ink">
          {t('people.conflictNote', { count: person.openReviewItems?.length ?? 0 })}{' '}
          <Link to={`/review-items?item=${person.openReviewItems?.[0]?.id}`} className={textLinkClass}>
            {t('people.toConflict')}
          </Link>
        </p>
      )}
      {person !== null && (
        <div className="grid min-w-0 gap-5 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
          <TimelinePanel person={person} />
          <div className="grid min-w-0 content-start gap-5">
            <ProgrammePanel person={person} />
            <IdentityPanel person={person} mayWrite={mayWrite} onChanged={changed} />
            <MergePanel person={person} mayWrite={mayWrite} onChanged={changed} />
          </div>
        </div>
      )}
      {merging && person !== null && (
        <MergeDialog
          person={person}
          onMerged={(keptId) => {
            setMerging(false);
            if (keptId !== person.id) void navigate(`/people/${keptId}`);
            void changed();
          }}
          onClose={() => setMerging(false)}
        />
      )}
    </Page>
  );
}

const followingMs = 1_500;
