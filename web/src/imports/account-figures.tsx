import { useTranslation } from 'react-i18next';
import type { AccountFieldsFragment } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';

/** How the rows of a file add up. */
export function AccountFigures({ account }: { account: AccountFieldsFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-base border border-line bg-line sm:grid-cols-5">
      {figures.map((figure) => (
        <div key={figure} className="grid gap-1 bg-surface p-3 last:max-sm:col-span-2">
          <dt className="text-13 text-muted">{t(`account.rows.${figure}`)}</dt>
          <dd
            className={`text-20 font-strong tracking-tight ${figure === 'rejected' && account.rejected > 0 ? 'text-bad' : 'text-ink'}`}
          >
            {format.whole(account[figure])}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const figures = ['read', 'created', 'updated', 'unchanged', 'rejected'] as const;
