import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ScrollArea } from '../controls/scroll-area.tsx';
import { textLinkClass } from '../controls/text-link.ts';
import type { JourneyRuleRowFragment } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import { ruleTitle } from './journey-names.ts';

export function RuleTable({ rules }: { rules: readonly JourneyRuleRowFragment[] }) {
  const language = useTranslation();
  const { t } = language;
  const format = useFormat();
  return (
    <ScrollArea name={t('journey.rules')}>
      <table className="w-full min-w-160 border-collapse">
        <thead>
          <tr className="border-b border-line-strong text-13 text-muted">
            <th scope="col" className="py-2 pr-4 text-left font-medium">
              {t('journey.rule')}
            </th>
            <th scope="col" className="py-2 pr-4 text-left font-medium">
              {t('journey.state')}
            </th>
            <th scope="col" className="py-2 pr-4 text-right font-medium">
              {t('journey.flagged')}
            </th>
            <th scope="col" className="py-2 pr-4 text-right font-medium">
              {t('journey.milestonesReached')}
            </th>
            <th scope="col" className="py-2 text-right font-medium">
              {t('journey.openFollowUps')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={rule.name} className="border-b border-line align-top hover:bg-sunken">
              <th scope="row" className="py-2.5 pr-4 text-left">
                <Link to={`/journey/${rule.name}`} className={`${textLinkClass} font-medium`}>
                  {ruleTitle(rule, language)}
                </Link>
                <span className="block font-mono text-12 font-regular text-muted">{rule.name}</span>
              </th>
              <td className="py-2.5 pr-4">
                <RuleState rule={rule} />
              </td>
              <td className="py-2.5 pr-4 text-right">{format.whole(rule.flagged)}</td>
              <td className="py-2.5 pr-4 text-right">{format.whole(rule.milestones)}</td>
              <td className="py-2.5 text-right">{format.whole(rule.openFollowUps)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

function RuleState({ rule }: { rule: JourneyRuleRowFragment }) {
  const { t } = useTranslation();
  const state = rule.title === null ? 'unreadable' : rule.enabled ? 'on' : 'off';
  return (
    <span className="grid justify-items-start gap-1">
      <span className={`rounded-full px-2 py-0.5 text-12 font-medium whitespace-nowrap ${looks[state]}`}>
        {t(`journeyState.${state}`)}
      </span>
      <span className="text-12 whitespace-nowrap text-muted">
        {rule.origin === 'DEFAULT' ? t('journey.default') : t('journey.ownRevision', { revision: rule.revision })}
      </span>
    </span>
  );
}

const looks = {
  on: 'bg-good-tint text-good',
  off: 'bg-pressed text-soft',
  unreadable: 'bg-attention-tint text-attention',
} as const;
