import { expect, test } from 'vitest';
import { detectLanguage } from './detect-language.ts';

test.each([
  ['I rang the office myself and booked the appointment.', 'en'],
  ['Jeg forstår ikke hva de sier når de prater fort sammen.', 'no'],
  ['Я сама зателефонувала в установу й про все домовилася.', 'uk'],
  ['Jeg har nattevakter denne uka og kan ikke bli med deg.', 'no'],
  ['Jeg er glad for kurset, men jeg har ikke meget tid efter arbejde nu.', 'da'],
  ['Нова координаторка та її донька, бо сама не могла', 'uk'],
  ['Она работает там, но мне это не надо', 'ru'],
  ['Я всё понимаю, но мне трудно говорить с людьми.', 'ru'],
  ['Ich verstehe fast alles, aber das Sprechen ist noch schwer.', 'de'],
  ['Rozumiem prawie wszystko, ale boję się mówić po norwesku.', 'pl'],
])('%s is %s', (text, language) => {
  expect(detectLanguage(text)).toBe(language);
});

test('a text too short to tell takes the hint, and is unknown without one', () => {
  expect(detectLanguage('ok', 'nb-NO')).toBe('no');
  expect(detectLanguage('👍')).toBe('und');
  expect(detectLanguage('ok')).toBe('und');
});

test('the hint does not override a text that is plainly in another language', () => {
  expect(detectLanguage('Я сама зателефонувала в установу й домовилася.', 'no')).toBe('uk');
});
