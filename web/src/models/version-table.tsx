import { useTranslation } from 'react-i18next';
import { DataTable } from '../controls/data-table.tsx';
import { Panel } from '../controls/panel.tsx';
import type { ModelsQuery } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';

export type ModelVersionLine = NonNullable<ModelsQuery['modelVersions']>[number];

export function VersionTable({ versions }: { versions: readonly ModelVersionLine[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const stateOf = ({ active, evaluable }: ModelVersionLine) => (active ? 'active' : evaluable ? 'beside' : 'gone');
  return (
    <Panel title={t('models.versions')}>
      <DataTable
        name={t('models.versions')}
        rows={versions}
        keyOf={({ version }) => version}
        columns={[
          { key: 'version', title: t('models.version'), namesRow: true, cell: ({ version }) => version },
          { key: 'state', title: t('models.state'), cell: (line) => t(`models.states.${stateOf(line)}`) },
          { key: 'scores', title: t('models.scores'), side: 'right', cell: ({ scores }) => format.whole(scores) },
          {
            key: 'last',
            title: t('models.lastScored'),
            side: 'right',
            cell: ({ lastScoredAt }) => (lastScoredAt === null ? '–' : format.dateTime(lastScoredAt)),
          },
        ]}
      />
    </Panel>
  );
}
