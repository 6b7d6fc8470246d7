import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ModalDrawer } from '../controls/modal-drawer.tsx';
import { textLinkClass } from '../controls/text-link.ts';
import type { FunnelStage, GroupBehindFragment, OutcomeDimension } from '../generated/graphql.ts';
import { isForbidden } from '../graph/failure.ts';
import { useFormat } from '../language/use-format.ts';
import { languageName } from '../people/language-name.ts';
import { personName } from '../people/person-name.ts';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { EvidenceItem } from '../why/evidence-item.tsx';
import type { TrendSearch } from './trend-search.ts';
import { useGroup } from './use-group.ts';
import type { OpenGroup } from './use-open-group.ts';

/** From a mark down to the rows below it: who is in the group, and what they said. */
export function GroupDrawer({ group, search, onClose }: GroupDrawerProps) {
  const { t } = useTranslation();
  const { behind, programme, loading, error, refetch } = useGroup(group, search);
  const title = t('trends.group.title', { name: useGroupName(group, search, programme) });
  return (
    <ModalDrawer title={title} {...(behind ? { subtitle: behind.formulaVersion } : {})} onClose={onClose}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-7">
        {error !== undefined && !isForbidden(error) && <FailureNote error={error} onRetry={refetch} />}
        {behind === null && loading && <Loading />}
        {behind === null && !loading && error === undefined && (
          <Empty title={t('why.gone.title')}>{t('why.gone.text')}</Empty>
        )}
        {behind !== null && (
          <>
            <People people={behind.participants} />
            {group.kind === 'cohort' && <Said evidence={behind.evidence} />}
          </>
        )}
      </div>
    </ModalDrawer>
  );
}

function useGroupName({ kind, key }: OpenGroup, { programme: chosen }: TrendSearch, programme: string | null): string {
  const { t } = useTranslation();
  const format = useFormat();
  if (kind === 'funnel')
    return t(`trends.funnel.${key as FunnelStage}`) + (chosen && programme ? `, ${programme}` : '');
  if (kind === 'change') {
    const dimension = t(`dimension.${key.split(' ')[0] as OutcomeDimension}`);
    return programme === null ? dimension : `${dimension}, ${programme}`;
  }
  if (programme !== null) return programme;
  return /^\d{4}-\d\d$/.test(key) ? format.month(key) : /^[a-z]{2,3}$/.test(key) ? languageName(t, key) : '…';
}

function People({ people }: { people: GroupBehindFragment['participants'] }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('metric.PARTICIPANTS')} className="grid gap-3">
      <h3 className="text-14 font-strong">
        {people === null ? t('metric.PARTICIPANTS') : t('trends.group.people', { count: people.totalCount })}
      </h3>
      {people === null && <p className="text-13 text-muted">{t('trends.group.closed')}</p>}
      {people !== null && (
        <ul className="grid">
          {people.nodes.map((person) => (
            <li key={person.id} className="border-b border-line py-2">
              <Link to={`/people/${person.id}`} className={textLinkClass}>
                {personName(person)}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {people !== null && people.totalCount > people.nodes.length && (
        <p className="text-13 text-muted">
          {t('trends.group.more', { count: people.totalCount - people.nodes.length })}
        </p>
      )}
    </section>
  );
}

function Said({ evidence }: { evidence: GroupBehindFragment['evidence'] }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('why.evidence')} className="grid gap-3">
      <h3 className="text-14 font-strong">
        {evidence === null ? t('why.evidence') : t('why.evidenceCount', { count: evidence.totalCount })}
      </h3>
      {evidence === null && <p className="text-13 text-muted">{t('why.evidenceClosed')}</p>}
      <ul className="grid gap-2">
        {evidence?.nodes.map((item) => (
          <EvidenceItem key={item.id} evidence={item} />
        ))}
      </ul>
    </section>
  );
}

interface GroupDrawerProps {
  readonly group: OpenGroup;
  readonly search: TrendSearch;
  readonly onClose: () => void;
}
