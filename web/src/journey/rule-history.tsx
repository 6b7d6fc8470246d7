import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { Panel } from '../controls/panel.tsx';
import type { JourneyRuleTextFragment } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';

/** What the rule was, newest first. An older text can be put into the editor again; it takes effect when it is saved. */
export function RuleHistory({ revisions, onUse }: RuleHistoryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Panel title={t('journey.history')}>
      {revisions.length === 0 && <p className="text-13 text-muted">{t('journey.noHistory')}</p>}
      <ol className="grid">
        {revisions.map(({ revision, source, deleted, changedAt }) => (
          <li key={revision} className="grid gap-2 border-b border-line py-2 last:border-b-0">
            <details>
              <summary className="cursor-pointer py-1">
                {deleted ? t('journey.revisionDeleted', { revision }) : t('journey.revision', { revision })}{' '}
                <span className="text-13 text-muted">{format.dateTime(changedAt)}</span>
              </summary>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without a mouse there is no other way to scroll it */}
              <pre tabIndex={0} className="mt-2 overflow-x-auto rounded-base bg-sunken p-3 font-mono text-12">
                {source}
              </pre>
              <Button look="quiet" icon="undo" className="mt-2" onClick={() => onUse(source)}>
                {t('journey.useRevision')}
              </Button>
            </details>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

interface RuleHistoryProps {
  readonly revisions: JourneyRuleTextFragment['revisions'];
  readonly onUse: (source: string) => void;
}
