import { useTranslation } from 'react-i18next';
import { FilterChip } from '../controls/filter-chip.tsx';
import { Icon, iconNames } from '../controls/icon.tsx';
import { KeyCap } from '../controls/key-cap.tsx';
import { Panel } from '../controls/panel.tsx';
import { textLinkClass } from '../controls/text-link.ts';
import { LiveIndicator } from '../dashboard/live-indicator.tsx';
import type { ImportStatus, SafetySeverity } from '../generated/graphql.ts';
import type { LiveState } from '../graph/follow-live.ts';
import { StatusBadge } from '../imports/status-badge.tsx';
import { SeverityBadge } from '../safety/severity-badge.tsx';

/** Small signs: each says in words what its colour says. */
export function MarkSection() {
  const { t } = useTranslation();
  return (
    <Panel title={t('design.marks')} note={t('design.marksNote')}>
      <Row>
        {importStates.map((status) => (
          <StatusBadge key={status} status={status} />
        ))}
      </Row>
      <Row>
        {severities.map((severity) => (
          <SeverityBadge key={severity} severity={severity} />
        ))}
      </Row>
      <Row>
        {liveStates.map((state) => (
          <LiveIndicator key={state.kind} state={state} />
        ))}
      </Row>
      <Row>
        <FilterChip words={t('people.filter.conflicts')} onRemove={() => undefined} />
        <KeyCap name="T" />
        <a href="/design" className={textLinkClass}>
          {t('design.title')}
        </a>
      </Row>
      <ul aria-label={t('design.icons')} className="flex flex-wrap gap-3">
        {iconNames.map((name) => (
          <li key={name} className="grid w-16 justify-items-center gap-1 text-center font-mono text-12 text-muted">
            <Icon name={name} className="size-5 text-ink" />
            {name}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Row({ children }: { children: React.ReactNode }) {
  return <div className="flex flex-wrap items-center gap-x-4 gap-y-2">{children}</div>;
}

const importStates = [
  'PLANNED',
  'QUEUED',
  'RUNNING',
  'COMPLETED',
  'CANCELLED',
  'FAILED',
  'UNDOING',
  'UNDONE',
] as const satisfies ImportStatus[];
const severities = ['LOW', 'MEDIUM', 'HIGH', 'URGENT'] as const satisfies SafetySeverity[];
const liveStates: readonly LiveState[] = [
  { kind: 'connecting' },
  { kind: 'live' },
  { kind: 'catchingUp' },
  { kind: 'stale', since: new Date(2026, 10, 21, 10, 30) },
  { kind: 'refused' },
];
