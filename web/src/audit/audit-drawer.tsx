import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../controls/copy-button.tsx';
import { ModalDrawer } from '../controls/modal-drawer.tsx';
import { textLinkClass } from '../controls/text-link.ts';
import { useHasScope } from '../frame/viewer-context.ts';
import type { AuditLineQuery } from '../generated/graphql.ts';
import { useAuditLineQuery } from '../generated/hooks.ts';
import { useFormat } from '../language/use-format.ts';
import { Empty } from '../states/empty.tsx';
import { FailureNote } from '../states/failure-note.tsx';
import { Loading } from '../states/loading.tsx';
import { useAuditWords } from './use-audit-words.ts';

/** One line with all that it says, and the ways to others like it. */
export function AuditDrawer({ id, onNarrow, onClose }: AuditDrawerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useAuditWords();
  const seesMembers = useHasScope('members:read') ?? false;
  const { data, error, loading, refetch } = useAuditLineQuery({ variables: { id, seesMembers } });
  const line = data?.auditEntry ?? null;
  return (
    <ModalDrawer
      title={line ? words.action(line.action) : t('audit.line')}
      {...(line ? { subtitle: format.dateTime(line.occurredAt) } : {})}
      onClose={onClose}
    >
      {error !== undefined && <FailureNote error={error} onRetry={() => void refetch()} />}
      {line === null && loading && <Loading />}
      {line === null && !loading && error === undefined && (
        <Empty title={t('audit.gone.title')}>{t('audit.gone.text')}</Empty>
      )}
      {line !== null && <Line line={line} onNarrow={onNarrow} />}
    </ModalDrawer>
  );
}

function Line({ line, onNarrow }: { line: NonNullable<AuditLineQuery['auditEntry']>; onNarrow: Narrow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useAuditWords();
  const { target } = line;
  return (
    <div className="grid gap-6">
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-13">
        <Fact name={t('audit.by')}>{words.actor(line.actor, line.member?.name)}</Fact>
        <Fact name={t('audit.actorId')} code={line.actor} />
        <Fact name={t('audit.code')} code={line.action} />
        <Fact name={t('audit.target')} code={target ?? '–'} />
        {line.detail.map(({ name, value }) => (
          <Fact key={name} name={name} code={value} />
        ))}
        <Fact name={t('audit.position')}>{format.whole(line.position)}</Fact>
        <Fact name={t('audit.hash')} code={line.hash} />
        <Fact name={t('audit.previousHash')} code={line.previousHash} />
      </dl>
      <div className="grid justify-items-start gap-1 text-13">
        <button type="button" className={textLinkClass} onClick={() => onNarrow('actor', line.actor)}>
          {t('audit.allBy')}
        </button>
        {target !== null && (
          <button type="button" className={textLinkClass} onClick={() => onNarrow('target', target)}>
            {t('audit.allOn')}
          </button>
        )}
        <button type="button" className={textLinkClass} onClick={() => onNarrow('action', line.action)}>
          {t('audit.allOfAction')}
        </button>
      </div>
      <div>
        <CopyButton text={line.hash} label={t('audit.copyHash')} look="secondary" />
      </div>
    </div>
  );
}

function Fact({ name, code, children }: { name: string; code?: string; children?: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className={`break-words text-ink ${code === undefined ? '' : 'font-mono text-12 break-all'}`}>
        {code ?? children}
      </dd>
    </>
  );
}

type Narrow = (part: 'actor' | 'target' | 'action', value: string) => void;

interface AuditDrawerProps {
  readonly id: string;
  readonly onNarrow: Narrow;
  readonly onClose: () => void;
}
