import type { Signal } from './safety-signal.ts';

/** Ways to find a person, which no dashboard should show. Dates, amounts, class hours and page numbers are none. */
export const contactDetails: readonly Signal[] = [
  // National numbers: Norwegian with a birth date in front (with or without a gap), Ukrainian tax number behind its name.
  {
    severity: 'high',
    pattern: /(?<!\d)(?:[0-7]\d(?:0[1-9]|1[0-2]|4[1-9]|5[0-2])\d{2}[ -]?\d{5})(?!\d)/u,
  },
  {
    severity: 'high',
    pattern:
      /(?:іпн|рнокпп|ідентифікаційн\p{L}+(?: код| номер)?|податков\p{L}+ номер|fødselsnummer\p{L}*|personnummer\p{L}*|d-nummer\p{L}*|national id|passport (?:no|number)\.?|паспорт\p{L}*|pass(?:port)?nummer\p{L}*)\D{0,12}[\p{L}]{0,2}\s?\d{6,11}/u,
  },
  // Bank cards and accounts.
  {
    severity: 'high',
    pattern:
      /(?<!\d)(?:\d{4}[ -]){3}\d{4}(?!\d)|(?<![\p{L}\d])[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,3})?(?![\p{L}\d])/u,
  },
  {
    severity: 'medium',
    pattern: /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/u,
  },
  {
    severity: 'medium',
    pattern:
      /(?<![\p{L}\p{N}._-])[\p{L}\p{N}._-]{1,64} ?(?:\(at\)|\[at\]|\(собака\)|krøllalfa) ?[\p{L}\p{N}-]+ ?(?:\.|\(dot\)|\[dot\]|punktum|крапка) ?\p{L}{2,}/u,
  },
  {
    severity: 'medium',
    pattern:
      /(?<![\p{L}\p{N}.,])(?!\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{2}-\d{2})(?:\+\(?\d(?:[\s().-]{0,2}\d){7,14}|0\d{2}[\s()-]{0,2}\d{3}[\s-]?\d{2}[\s-]?\d{2}|\(?0\d{2,3}\)?[\s-]\d{2,3}[\s-]\d{2}[\s-]?\d{2}|[2-9]\d{2}[\s]\d{2}[\s]\d{3}|[49]\d{7}|07\d{3}[\s]?\d{6})(?!\p{N})/u,
  },
  // An address with its number, behind a word that says somebody lives there.
  {
    severity: 'medium',
    pattern:
      /(?:i live (?:at|on|in)|my address is|jeg bor i|adressen? min er|adressa mi er|живу (?:на|за адресою)|моя адреса)[:,]? [^.!?]{0,40}?(?:street|road|avenue|lane|\p{L}*gata|\p{L}*gate|\p{L}*veien|\p{L}*vegen|\p{L}*vei|вул\p{L}*|проспект\p{L}*|бульвар\p{L}*|провул\p{L}*)[^.!?]{0,30}?\d{1,4}|(?:i live (?:at|on)|my address is) \d{1,4} \p{L}+/u,
  },
  { severity: 'low', pattern: /(?<![\p{L}\p{N}.])@[\p{L}\p{N}_](?:[\p{L}\p{N}_.]{1,30})[\p{L}\p{N}_]/u },
  {
    severity: 'low',
    pattern: /(?:t\.me|wa\.me|facebook\.com|fb\.me|instagram\.com|vk\.com|linkedin\.com\/in)\/\S{2,}/u,
  },
];
