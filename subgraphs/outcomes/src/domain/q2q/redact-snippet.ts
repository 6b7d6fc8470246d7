import { isGivenName } from './given-names.ts';
import { isPublicName } from './public-names.ts';

/**
 * A snippet fit to be read by others: e-mails, links, handles, national and account numbers, phone numbers and people's
 * names are replaced. A name is what follows a plain cue ("my mentor"), a common given name, and any capitalised word within a
 * sentence that is not known for something else, each with what follows it in capitals. A capital that opens a sentence may be any
 * word: an uncommon name there stays; the safety flags and reviewers cover the rest.
 */
export function redactSnippet(text: string): string {
  const redacted = REDACTIONS.reduce((result, { pattern, put }) => result.replace(pattern, put), text);
  return redacted.replace(NAMES, (words, at: number) => withoutNames(words, OPENING.test(redacted.slice(0, at))));
}

/** What stands in a snippet where something was taken out; as a group, so that a split keeps it. */
export const PLACEHOLDER = /(\[(?:name|email|link|id|account|handle|phone)\])/;

/** From the first name on, capitalised words in a row are one person's. */
function withoutNames(words: string, opensSentence: boolean): string {
  const parts = words.split(' ');
  const from = parts.findIndex((part, n) => isGivenName(part) || ((n > 0 || !opensSentence) && !isPublicName(part)));
  return from < 0 ? words : [...parts.slice(0, from), '[name]'].join(' ');
}

/** The beginning, the end of a sentence before, or a mark after which a sentence may begin. */
const OPENING = /(?:^|[.!?…:;\n«"“”„'‘’([–—-]\s*|\]\s+)$/u;

const NAME = String.raw`\p{Lu}[\p{Ll}'’ʼ]+(?:[- ]\p{Lu}[\p{Ll}'’ʼ]+)*`;
const NAMES = new RegExp(`(?<![\\p{L}\\[])${NAME}`, 'gu');

/** Words after which a capitalised word is a person. Months, places and languages do not follow these. */
const CUES = [
  'mentor|buddy|teacher|friend|neighbour|neighbor|boss|colleague|volunteer|husband|wife|son|daughter|sister|brother',
  'named|called|name is|mr\\.?|mrs\\.?|ms\\.?|dr\\.?',
  'heter|fadderen|fadderen min|mentoren|mentoren min|læreren|læreren min|vennen min|venninna mi|sjefen|sjefen min|naboen|naboen min|herr|fru',
  'звати|ментор|менторка|менторкою|ментором|бадді|волонтер|волонтерка|пан|пані|пана|подруга|друг|вчителька|учителька|сусідка|сусід',
].join('|');

const REDACTIONS: readonly { readonly pattern: RegExp; readonly put: string }[] = [
  { pattern: /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, put: '[email]' },
  {
    pattern:
      /(?<![\p{L}\p{N}._-])[\p{L}\p{N}._-]{1,64} ?(?:\(at\)|\[at\]|\(собака\)|krøllalfa) ?[\p{L}\p{N}-]+ ?(?:\.|\(dot\)|\[dot\]|punktum|крапка) ?\p{L}{2,}/giu,
    put: '[email]',
  },
  { pattern: /(?:https?:\/\/|www\.)\S*[^\s.,;:!?)"'»]/giu, put: '[link]' },
  {
    pattern:
      /(?<![\p{L}\p{N}])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,5}\.(?:com|org|net|no|ua|io|me|eu)(?:\/\S*)?(?![\p{L}\p{N}])/giu,
    put: '[link]',
  },
  { pattern: /(?<!\d)[0-7]\d(?:[048][1-9]|[159][0-2])\d{2}[ -]?\d{5}(?!\d)/gu, put: '[id]' },
  {
    pattern:
      /(?<=(?:іпн|рнокпп|код|номер|паспорт\p{L}{0,4}|fødselsnummer\p{L}{0,4}|personnummer\p{L}{0,4}|passport(?: number| no\.?)?|national id|insurance number)[^\p{L}\p{N}]{0,4}(?:er |is |є )?)(?:\p{L}{2} ?)?\d[\d -]{4,12}\d(?: ?\p{L})?(?![\p{L}\p{N}])/giu,
    put: '[id]',
  },
  {
    pattern: /(?<![\p{L}\d])[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![\p{L}\d])/gu,
    put: '[id]',
  },
  { pattern: /(?<![\p{L}\d])[АВЕІКМНОРСТХ]{2} ?(?:№ ?)?\d{6}(?!\d)/gu, put: '[id]' },
  { pattern: /(?<!\d)(?:19|20)\d{6}-\d{5}(?!\d)/gu, put: '[id]' },
  { pattern: /(?<!\d)\d{3}-\d{2}-\d{4}(?!\d)/gu, put: '[id]' },
  { pattern: /(?<![\p{L}\d])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![\p{L}\d])/gu, put: '[account]' },
  { pattern: /(?<!\d)(?:\d{4}[ -]){3}\d{4}(?!\d)/gu, put: '[account]' },
  { pattern: /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.]*[\p{L}\p{N}_]/gu, put: '[handle]' },
  {
    pattern:
      /(?<![\p{L}\p{N}.,])(?!\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{2}-\d{2})\+?\(?\d(?:[\s().-]{0,2}\d){7,14}(?![\p{N}])/gu,
    put: '[phone]',
  },
  { pattern: new RegExp(`(?<![\\p{L}])((?:${CUES}|${capitalised(CUES)}),? )${NAME}`, 'gu'), put: '$1[name]' },
];

/** A cue may open the sentence; the name itself must keep its capital, so the pattern cannot ignore case. */
function capitalised(cues: string): string {
  return cues
    .split('|')
    .map((cue) => cue.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()))
    .join('|');
}
