import { expect, test } from 'vitest';
import { detectTopics } from './detect-topics.ts';

test.each([
  ['My mentor read my CV before the interview', ['cv', 'interview', 'mentorship']],
  ['Jeg lærte Scrum og ble utvikler, nettverket hjalp', ['pm', 'dev', 'networking']],
  ['Ментор переглянув моє резюме перед співбесідою', ['cv', 'interview', 'mentorship']],
  ['Проєктор зламався', []],
  ['The soup was too salty', []],
])('%s', (text, topics) => {
  expect(detectTopics(text)).toEqual(topics);
});
