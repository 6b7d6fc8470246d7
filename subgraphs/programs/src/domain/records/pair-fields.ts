import type { CellRule } from './record-cells.ts';
import { email } from './record-cells.ts';

const participant: CellRule<string> = { ...email, missing: 'MISSING_EMAIL' };

/** The two people of a buddy match, by what files call their addresses. */
export const pairFields = {
  participantEmail: {
    rule: participant,
    names: [
      'participant_email',
      'participant e-mail address',
      'participant',
      'newcomer email',
      'електронна пошта учасника',
      'пошта учасника',
      'пошта учасниці',
      'email учасника',
      'учасник',
      'deltaker e-post',
      'deltakers e-post',
      'e-post deltaker',
      'deltaker',
    ],
  },
  buddyEmail: {
    rule: email,
    names: [
      'buddy_email',
      'volunteer_email',
      'buddy e-mail address',
      'buddy',
      'mentor email',
      'volunteer',
      'електронна пошта бадді',
      'пошта бадді',
      'email бадді',
      'бадді',
      'електронна пошта волонтера',
      'пошта волонтера',
      'волонтер',
      'buddy e-post',
      'e-post buddy',
      'buddys e-post',
      'frivillig e-post',
      'e-post frivillig',
      'frivillig',
    ],
  },
  matchId: [
    'match_id',
    'buddy match id',
    'match number',
    'match',
    'номер пари',
    'ідентифікатор пари',
    'пара',
    'koblings-id',
    'koblingsnummer',
    'kobling',
    'match-nummer',
  ],
} as const;
