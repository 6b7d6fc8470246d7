import type { MailLanguage } from '@teei/runtime/mail-language';
import { layOutLetter } from '@teei/runtime/mail-layout';

/** The mail that lets somebody choose a new password. */
export function resetLetter(language: MailLanguage, url: string) {
  const { subject, lead, link, until, unexpected } = texts[language];
  const letter = layOutLetter({
    language,
    subject,
    paragraphs: [lead],
    link: { label: link, url },
    notes: [until, unexpected],
  });
  return { subject, ...letter };
}

const texts = {
  en: {
    subject: 'Choose a new password for TEEI',
    lead: 'Somebody, probably you, asked for a new password for your account on TEEI.',
    link: 'Choose a new password',
    until: 'The link can be used once, within an hour. A new password signs you out everywhere.',
    unexpected: 'If it was not you, ignore this mail: your password stays as it is.',
  },
  uk: {
    subject: 'Новий пароль для TEEI',
    lead: 'Хтось, імовірно ви, попросив змінити пароль до вашого облікового запису в TEEI.',
    link: 'Вибрати новий пароль',
    until: 'Посиланням можна скористатися один раз протягом години. Після зміни пароля всі ваші сеанси завершаться.',
    unexpected: 'Якщо це були не ви, не зважайте на цей лист: пароль залишиться без змін.',
  },
  no: {
    subject: 'Velg nytt passord til TEEI',
    lead: 'Noen, sannsynligvis du, har bedt om nytt passord til kontoen din på TEEI.',
    link: 'Velg nytt passord',
    until: 'Lenken kan brukes én gang, i løpet av én time. Et nytt passord logger deg ut overalt.',
    unexpected: 'Hvis det ikke var deg, kan du se bort fra denne e-posten: passordet ditt forblir som det er.',
  },
} as const satisfies Readonly<Record<MailLanguage, object>>;
