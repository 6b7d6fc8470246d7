import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ScrollArea } from '../controls/scroll-area.tsx';
import type { ProviderRowFragment } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import { ProviderBadge } from './provider-badge.tsx';
import { providerState } from './provider-state.ts';

export function ProviderTable({ providers }: { providers: readonly ProviderRowFragment[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ScrollArea name={t('providers.list')}>
      <table className="w-full min-w-176 border-collapse">
        <thead>
          <tr className="border-b border-line-strong text-13 text-muted">
            <th scope="col" className="py-2 pr-4 text-left font-medium">
              {t('providers.name')}
            </th>
            <th scope="col" className="py-2 pr-4 text-left font-medium">
              {t('providers.kind')}
            </th>
            <th scope="col" className="py-2 pr-4 text-left font-medium">
              {t('providers.state')}
            </th>
            <th scope="col" className="py-2 pr-4 text-right font-medium">
              {t('providers.lastRun')}
            </th>
            <th scope="col" className="py-2 text-right font-medium">
              {t('providers.nextRun')}
            </th>
          </tr>
        </thead>
        <tbody>
          {providers.map((each) => (
            <tr key={each.id} className="border-b border-line hover:bg-sunken">
              <th scope="row" className="max-w-80 py-2.5 pr-4 text-left">
                <Link
                  to={`/providers/${each.id}`}
                  className="block truncate py-0.5 font-medium text-accent underline decoration-line-strong underline-offset-4 hover:decoration-current"
                >
                  {each.name}
                </Link>
                <span className="block truncate text-12 font-regular text-muted">{each.baseUrl}</span>
              </th>
              <td className="py-2.5 pr-4 text-13 whitespace-nowrap text-soft">
                {t(`learningProvider.${each.provider}`)}
              </td>
              <td className="py-2.5 pr-4">
                <ProviderBadge state={providerState(each)} />
              </td>
              <td className="py-2.5 pr-4 text-right text-13 whitespace-nowrap text-soft">
                {each.lastRun === null ? t('providers.never') : format.dateTime(each.lastRun.startedAt)}
              </td>
              <td className="py-2.5 text-right text-13 whitespace-nowrap text-soft">
                {each.nextRunAt === null ? t('providers.notPlanned') : format.dateTime(each.nextRunAt)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
