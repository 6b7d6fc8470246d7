import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { ScrollArea } from '../controls/scroll-area.tsx';
import type { ProviderPageQuery, ProviderRunRowFragment } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import { Empty } from '../states/empty.tsx';
import { useRefusalWords } from '../states/use-refusal-words.ts';

type Runs = NonNullable<NonNullable<ProviderPageQuery['providerConnection']>['runs']>;
const counts = ['read', 'created', 'updated', 'unchanged', 'rejected'] as const;

export function ProviderRuns({ runs, loading, onMore }: ProviderRunsProps) {
  const { t } = useTranslation();
  if (runs.nodes.length === 0) return <Empty title={t('providers.noRuns.title')}>{t('providers.noRuns.text')}</Empty>;
  return (
    <>
      <ScrollArea name={t('providers.runs')}>
        <table className="w-full min-w-176 border-collapse">
          <thead>
            <tr className="border-b border-line-strong text-13 text-muted">
              <th scope="col" className="py-2 pr-4 text-left font-medium">
                {t('providers.started')}
              </th>
              <th scope="col" className="py-2 pr-4 text-left font-medium">
                {t('providers.state')}
              </th>
              {counts.map((count) => (
                <th key={count} scope="col" className="py-2 pl-4 text-right font-medium">
                  {t(`providerCount.${count}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {runs.nodes.map((run) => (
              <RunRow key={run.id} run={run} />
            ))}
          </tbody>
        </table>
      </ScrollArea>
      {runs.pageInfo.hasNextPage && (
        <div>
          <Button onClick={onMore} busy={loading}>
            {t('more')}
          </Button>
        </div>
      )}
    </>
  );
}

function RunRow({ run }: { run: ProviderRunRowFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useRefusalWords(run.failure);
  return (
    <tr className="border-b border-line align-top">
      <th scope="row" className="py-2.5 pr-4 text-left text-13 font-regular whitespace-nowrap text-soft">
        {format.dateTime(run.startedAt)}
      </th>
      <td className="max-w-96 py-2.5 pr-4 text-13">
        <span className={`font-medium ${run.status === 'FAILED' ? 'text-bad' : 'text-ink'}`}>
          {t(`providerRun.${run.status}`)}
        </span>
        {words !== null && (
          <span className="block text-12 text-muted">
            {words.message} {words.remedy}
          </span>
        )}
      </td>
      {counts.map((count) => (
        <td key={count} className="py-2.5 pl-4 text-right">
          {format.whole(run.account[count])}
        </td>
      ))}
    </tr>
  );
}

interface ProviderRunsProps {
  readonly runs: Runs;
  readonly loading: boolean;
  readonly onMore: () => void;
}
