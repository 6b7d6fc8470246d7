import { useTranslation } from 'react-i18next';
import { Panel } from '../controls/panel.tsx';
import type { ParticipantPageQuery } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';

export function ProgrammePanel({ person }: { person: NonNullable<ParticipantPageQuery['participant']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const enrolments = person.enrolments?.nodes ?? [];
  return (
    <Panel title={t('people.programmes')}>
      {enrolments.length === 0 && <p className="text-13 text-muted">{t('people.noProgrammes')}</p>}
      {enrolments.length > 0 && (
        <ul className="grid">
          {enrolments.map(({ id, programme, enrolledAt }) => (
            <li key={id} className="grid border-b border-line py-2 last:border-0">
              <span className="text-14 text-ink">{programme.name}</span>
              <span className="text-12 text-muted">{t('people.enrolledSince', { time: format.date(enrolledAt) })}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
