/** Languages in which mails are written. */
const mailLanguages = ['en', 'uk', 'no'] as const;
export type MailLanguage = (typeof mailLanguages)[number];

export function isMailLanguage(text: string): text is MailLanguage {
  return (mailLanguages as readonly string[]).includes(text);
}

/** The first of an Accept-Language header (RFC 9110, 12.5.4) that mails are written in; English for none. */
export function mailLanguageOf(header: string | null | undefined): MailLanguage {
  const wanted = (header ?? '').split(',').map((part) => part.split(/[;-]/)[0]?.trim().toLowerCase() ?? '');
  const norwegian = wanted.map((tag) => (tag === 'nb' || tag === 'nn' ? 'no' : tag));
  return norwegian.find(isMailLanguage) ?? 'en';
}
