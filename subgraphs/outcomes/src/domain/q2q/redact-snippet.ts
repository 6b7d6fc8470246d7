/**
 * A snippet fit to be read by others: e-mails, links, handles, phone numbers and, after a plain cue, people's names are
 * replaced. A name without a cue stays, since a capital also opens sentences and marks places; the safety flags and
 * reviewers cover the rest.
 */
export function redactSnippet(text: string): string {
  return REDACTIONS.reduce((result, { pattern, put }) => result.replace(pattern, put), text);
}

const NAME = String.raw`\p{Lu}[\p{Ll}'’ʼ]+(?:[- ]\p{Lu}[\p{Ll}'’ʼ]+)*`;

/** Words after which a capitalised word is a person. Months, places and languages do not follow these. */
const CUES = [
  'mentor|buddy|teacher|friend|neighbour|neighbor|boss|colleague|volunteer|husband|wife|son|daughter|sister|brother',
  'named|called|name is|mr\\.?|mrs\\.?|ms\\.?|dr\\.?',
  'heter|fadderen|fadderen min|mentoren|mentoren min|læreren|læreren min|vennen min|venninna mi|sjefen|sjefen min|naboen|naboen min|herr|fru',
  'звати|ментор|менторка|менторкою|ментором|бадді|волонтер|волонтерка|пан|пані|пана|подруга|друг|вчителька|учителька|сусідка|сусід',
].join('|');

const REDACTIONS: readonly { readonly pattern: RegExp; readonly put: string }[] = [
  { pattern: /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, put: '[email]' },
  { pattern: /(?:https?:\/\/|www\.)\S*[^\s.,;:!?)"'»]/giu, put: '[link]' },
  {
    pattern:
      /(?<![\p{L}\p{N}])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|no|ua|io|me|eu)(?:\/\S*)?(?![\p{L}\p{N}])/giu,
    put: '[link]',
  },
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
