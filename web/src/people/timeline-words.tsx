import { useTranslation } from 'react-i18next';
import { useFormat } from '../language/use-format.ts';
import type { TimelineEntry } from './timeline.ts';

/** One entry of the timeline, in words. */
export function TimelineWords({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation();
  switch (entry.kind) {
    case 'session':
      return <SessionWords session={entry.session} />;
    case 'merged':
    case 'unmerged': {
      const { mergedName, mergedEmail, mergedId } = entry.merge;
      const name = mergedName ?? mergedEmail ?? `…${mergedId.slice(-6)}`;
      return (
        <p className="text-14 break-words text-ink">
          {entry.kind === 'merged' ? t('timeline.merged', { name }) : t('timeline.unmerged', { name })}
        </p>
      );
    }
    case 'enrolled':
      return (
        <p className="text-14 text-ink">{t('timeline.enrolled', { programme: entry.enrolment.programme.name })}</p>
      );
    case 'survey':
      return (
        <p className="text-14 text-ink">
          {t(`surveyPhase.${entry.response.survey.phase}`)}: {entry.response.survey.title}
        </p>
      );
  }
}

type Session = Extract<TimelineEntry, { kind: 'session' }>['session'];

function SessionWords({ session }: { session: Session }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { programme, durationMinutes, rating, languageLevel, outcomeScores } = session;
  const facts = [
    t('why.minutes', { count: durationMinutes, minutes: format.hours(durationMinutes) }),
    rating === null ? null : t('timeline.rating', { rating: format.hours(rating) }),
    languageLevel,
  ].filter((each) => each !== null);
  return (
    <>
      <p className="text-14 text-ink">
        {programme.name} <span className="text-13 text-muted">· {facts.join(' · ')}</span>
      </p>
      {outcomeScores !== null && outcomeScores.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {outcomeScores.map(({ id, dimension, direction }) => (
            <li key={id} className={`rounded-full px-2 py-0.5 text-12 font-medium ${looks[direction]}`}>
              {t(`dimension.${dimension}`)}: {t(`direction.${direction}`)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const looks = {
  GAIN: 'bg-good-tint text-good',
  SETBACK: 'bg-bad-tint text-bad',
  MIXED: 'bg-pressed text-soft',
} as const;
