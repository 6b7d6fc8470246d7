import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { textLinkClass } from '../controls/text-link.ts';
import type { ParticipantFlagsFragment, ParticipantJourneyFragment } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import { personName } from '../people/person-name.ts';
import { journeyName } from './journey-names.ts';

/** The journey flags of a participant, wherever one is shown. Ask for the fragment ParticipantFlags. */
export function ParticipantFlags({ flags }: { flags: ParticipantFlagsFragment['journeyFlags'] }) {
  const language = useTranslation();
  const format = useFormat();
  if (flags === null || flags.length === 0) return null;
  return (
    <ul aria-label={language.t('journey.flags')} className="flex flex-wrap gap-1.5">
      {flags.map(({ flag, since }) => (
        <li
          key={flag}
          className="rounded-full bg-information-tint px-2 py-0.5 text-12 font-medium whitespace-nowrap text-information"
        >
          {journeyName(flag, language)}
          <span className="sr-only"> {language.t('journey.since', { date: format.date(since) })}</span>
        </li>
      ))}
    </ul>
  );
}

/** A participant by name, else by address, with the flags below. */
export function ParticipantWithFlags({ participant }: { participant: ParticipantJourneyFragment }) {
  return (
    <div className="grid content-start gap-1">
      <span>
        <Link to={`/people/${participant.id}`} className={`${textLinkClass} font-medium`}>
          {personName(participant)}
        </Link>
      </span>
      <ParticipantFlags flags={participant.journeyFlags} />
    </div>
  );
}
