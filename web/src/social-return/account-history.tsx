import { useTranslation } from 'react-i18next';
import { DataTable } from '../controls/data-table.tsx';
import { Panel } from '../controls/panel.tsx';
import type { SocialReturnQuery } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';

type Account = NonNullable<SocialReturnQuery['sroiAccount']>;

/** What the account was at each time it was saved. */
export function AccountHistory({ account }: { account: Account }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Panel title={t('socialReturn.history')} note={t('socialReturn.historyNote')}>
      <DataTable
        name={t('socialReturn.history')}
        rows={account.revisions}
        keyOf={({ revision }) => String(revision)}
        columns={[
          {
            key: 'revision',
            title: t('socialReturn.revision'),
            namesRow: true,
            cell: ({ revision }) => String(revision),
          },
          { key: 'changedAt', title: t('socialReturn.savedAt'), cell: ({ changedAt }) => format.dateTime(changedAt) },
          {
            key: 'period',
            title: t('socialReturn.period'),
            cell: ({ from, to }) => t('period.between', { from: format.month(from), to: format.month(to) }),
          },
          {
            key: 'outcomes',
            title: t('socialReturn.outcomes'),
            cell: ({ outcomes }) => outcomes.map(({ title }) => title).join(', '),
          },
          {
            key: 'investment',
            title: t('sroiField.investment'),
            side: 'right',
            cell: ({ investment, currency }) => `${format.whole(investment)} ${currency}`,
          },
        ]}
      />
    </Panel>
  );
}
