import type { SessionKind } from './kintell-session.ts';

/** What exports call the two kinds of session, in English, Ukrainian and Norwegian. Compared by `foldName`. */
export const SESSION_KIND_SYNONYMS = {
  language: [
    'Language Connect', 'language', 'languages', 'language session', 'language practice', 'language exchange', 'conversation practice', 'language café',
    'мовна', 'мовний', 'мова', 'мовна сесія', 'мовна зустріч', 'мовна практика', 'мовний обмін', 'розмовна практика', 'розмовний клуб',
    'språk', 'språktrening', 'språkpraksis', 'språkøkt', 'språkmøte', 'språksamtale', 'språkkafé', 'norsktrening', 'samtaletrening',
  ],
  mentorship: [
    'Mentorship', 'mentor', 'mentoring', 'mentor session', 'mentorship session', 'mentoring session', 'career mentoring', 'career mentorship',
    'менторство', 'менторська', 'менторська сесія', 'менторська зустріч', 'менторинг', 'ментор', 'наставництво', 'карʼєрне менторство', "кар'єрне менторство",
    'mentorskap', 'mentorordning', 'mentorøkt', 'mentormøte', 'mentorsamtale', 'mentoring karriere', 'karriereveiledning', 'karrierementor',
  ],
} satisfies Record<SessionKind, readonly string[]>;
