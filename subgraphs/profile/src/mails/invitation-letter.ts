import type { MailLanguage } from '@teei/runtime/mail-language';
import { layOutLetter } from '@teei/runtime/mail-layout';
import type { Role } from '@teei/runtime/viewer';

interface InvitationFacts {
  readonly companyName: string;
  readonly email: string;
  readonly role: Role;
  readonly language: MailLanguage;
  readonly expiresAt: Date;
}

/** The mail that asks somebody to become a member. */
export function invitationLetter({ companyName, email, role, language, expiresAt }: InvitationFacts, url: string) {
  const words = texts[language];
  const subject = words.subject(companyName);
  const until = new Intl.DateTimeFormat(dateLocales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    expiresAt,
  );
  const letter = layOutLetter({
    language,
    subject,
    paragraphs: [words.lead(companyName), words.role(words.roles[role])],
    link: { label: words.link, url },
    notes: [words.until(until), words.unexpected],
  });
  return { to: email, subject, ...letter };
}

interface Words {
  readonly subject: (company: string) => string;
  readonly lead: (company: string) => string;
  readonly role: (role: string) => string;
  readonly roles: Readonly<Record<Role, string>>;
  readonly link: string;
  readonly until: (date: string) => string;
  readonly unexpected: string;
}

const dateLocales = { en: 'en-GB', uk: 'uk-UA', no: 'nb-NO' } as const;

const texts: Readonly<Record<MailLanguage, Words>> = {
  en: {
    subject: (company) => `Join ${company} on TEEI`,
    lead: (company) => `${company} invites you to TEEI, where it follows what its social programmes achieve.`,
    role: (role) => `Your role will be: ${role}.`,
    roles: {
      COMPANY_ADMIN: 'administrator',
      COMPANY_USER: 'reader',
      ANALYST: 'analyst',
      REVIEWER: 'reviewer',
      PLATFORM_ADMIN: 'platform administrator',
    },
    link: 'Accept the invitation',
    until: (date) => `The link can be used once, until ${date}.`,
    unexpected: 'If you did not expect this mail, you can ignore it: nothing happens unless you accept.',
  },
  uk: {
    subject: (company) => `Запрошення до ${company} у TEEI`,
    lead: (company) => `${company} запрошує вас до TEEI, де компанія бачить, що дають її соціальні програми.`,
    role: (role) => `Ваша роль: ${role}.`,
    roles: {
      COMPANY_ADMIN: 'адміністратор',
      COMPANY_USER: 'читач',
      ANALYST: 'аналітик',
      REVIEWER: 'рецензент',
      PLATFORM_ADMIN: 'адміністратор платформи',
    },
    link: 'Прийняти запрошення',
    until: (date) => `Посиланням можна скористатися один раз, до ${date}.`,
    unexpected: 'Якщо ви не чекали на цей лист, просто не зважайте на нього: без вашої згоди нічого не станеться.',
  },
  no: {
    subject: (company) => `Bli med i ${company} på TEEI`,
    lead: (company) => `${company} inviterer deg til TEEI, der selskapet følger hva de sosiale programmene gir.`,
    role: (role) => `Rollen din blir: ${role}.`,
    roles: {
      COMPANY_ADMIN: 'administrator',
      COMPANY_USER: 'leser',
      ANALYST: 'analytiker',
      REVIEWER: 'kontrollør',
      PLATFORM_ADMIN: 'plattformadministrator',
    },
    link: 'Godta invitasjonen',
    until: (date) => `Lenken kan brukes én gang, til og med ${date}.`,
    unexpected: 'Hvis du ikke ventet denne e-posten, kan du se bort fra den: ingenting skjer før du godtar.',
  },
};
