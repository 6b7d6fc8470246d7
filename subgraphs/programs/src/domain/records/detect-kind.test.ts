import { expect, test } from 'vitest';
import { detectKind } from './detect-kind.ts';

test.each([
  ['KINTELL_SESSION', 'session_id,session_type,participant_email,date,duration_min'],
  // All that feedback on a match needs is here as well.
  [
    'KINTELL_SESSION',
    'Økt-ID;Tiltak;Deltaker e-post;Frivillig e-post;Dato;Varighet (min);Språknivå;Tilbakemelding;Vurdering',
  ],
  ['KINTELL_SESSION', 'Номер сесії;Назва програми;Пошта учасника;Пошта волонтера;Дата;Тривалість (хв);Відгук'],
  ['BUDDY_FEEDBACK', 'feedback_id,match_id,submitted_at,rating,feedback_text'],
  ['BUDDY_FEEDBACK', 'Deltaker e-post;Frivillig e-post;Dato;Tilbakemelding;Vurdering'],
])('%s are recognised by %s', (kind, columns) => {
  expect(detectKind(columns.split(/[,;]/))).toBe(kind);
});
