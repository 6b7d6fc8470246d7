import { useTranslation } from 'react-i18next';
import { Panel } from '../controls/panel.tsx';
import type { PreviewJourneyRuleQuery } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import { journeyName } from './journey-names.ts';
import { ParticipantWithFlags } from './participant-flags.tsx';

export type Preview = Extract<
  NonNullable<PreviewJourneyRuleQuery['previewJourneyRule']>,
  { readonly __typename: 'JourneyRulePreview' }
>;

/** What saving would change: how many of whom, and the first of them by name. */
export function RulePreview({ preview }: { preview: Preview }) {
  const language = useTranslation();
  const { t } = language;
  const format = useFormat();
  const { participants, touched, changes, touches } = preview;
  const all = format.whole(participants);
  return (
    <Panel
      title={
        touched === 0
          ? t('journey.preview.nobody')
          : t('journey.preview.title', { count: touched, number: format.whole(touched) })
      }
      note={t('journey.preview.note', { count: participants, all })}
    >
      {changes.length > 0 && (
        <ul className="grid gap-1">
          {changes.map(({ kind, name, participants: count }) => (
            <li key={`${kind} ${name}`}>
              {t(`journeyChange.${kind}`, { name: journeyName(name, language) })}:{' '}
              <strong className="font-strong">{format.whole(count)}</strong>
            </li>
          ))}
        </ul>
      )}
      {touches !== null && touches.nodes.length > 0 && (
        <ul aria-label={t('journey.preview.whom')} className="grid border-t border-line">
          {touches.nodes.map(({ participant, changes: theirs }) => (
            <li key={participant.id} className="grid gap-1 border-b border-line py-2 sm:grid-cols-2">
              <ParticipantWithFlags participant={participant} />
              <span className="text-13 text-soft">
                {theirs
                  .map(({ kind, name }) => t(`journeyChange.${kind}`, { name: journeyName(name, language) }))
                  .join(', ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
