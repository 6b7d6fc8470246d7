import { type Signal, wholeWords } from './safety-signal.ts';

/** Advertising, bait and scams. A link alone is no spam: people share recipes and timetables. */
export const spam: readonly Signal[] = [
  {
    severity: 'medium',
    pattern: wholeWords(
      "(?:earn|make|win) (?:up to )?(?:[$€£]\\s?)?\\d[\\d .,]*\\s?(?:[$€£]|k|usd|eur|euros?|dollars?|kr|pounds?)?(?: (?:a|per|every) (?:day|week|month|hour)| from home| online| fast)|work from home and earn|(?:you have|you've|you) won (?:a|an|the|\\d)|claim your (?:prize|reward|bonus|gift)|free (?:iphone|gift card|bitcoin|money|crypto)|click (?:here|this link|the link|below) (?:to|for|and)|limited[- ]time offer|act now|100 ?% (?:free|guaranteed|profit)|no risk|risk[- ]free (?:profit|investment)|double your (?:money|bitcoin|investment)|buy (?:now|cheap|viagra|followers|likes)|cheap (?:viagra|loans?|meds|followers)|online casino|casino bonus|(?:bitcoin|crypto|forex) (?:investment|trading|profits?|signals?)|instant loans?|lose \\d+ ?(?:kg|kilos?|pounds|lbs) (?:in|with)|seo services|hot singles|whatsapp me (?:for|to)|dm me (?:for|to) (?:earn|invest|loan|offer)",
      '(?:tjen|vinn)(?: opptil)? (?:kr\\s?)?\\d[\\d .,]*\\s?(?:kr|kroner|euro|dollar|[$€])?(?: (?:om|i|per|hver) (?:dag|dagen|uke|uka|uken|måned|måneden|time|timen)| hjemmefra| på nett)|jobb hjemmefra og tjen|du har vunnet|hent (?:premien|gevinsten|bonusen) din|gratis (?:iphone|gavekort|bitcoin|penger)|klikk (?:her|på lenken|på lenka|under) (?:for|og)|tidsbegrenset tilbud|100 ?% (?:gratis|garantert)|uten risiko|doble pengene|kjøp (?:nå|billig|følgere|likes)|billige (?:lån|følgere)|nettcasino|casinobonus|(?:bitcoin|krypto|forex)\\p{L}*|lån på minuttet|forbrukslån uten|gå ned \\d+ kilo|slå til nå',
      '(?:заробляй\\p{L}*|заробіток|заробітку|заробити|виграй\\p{L}*)(?: до| від)? \\d[\\d .,]*\\s?(?:\\$|€|грн|гривень|доларів|євро|крон)?(?: (?:на|в|у|за|щодня|щотижня) ?(?:день|тиждень|місяць|годину)?| вдома| онлайн| без вкладень)?|(?:робота|заробіток) (?:вдома|онлайн|в інтернеті) без (?:вкладень|досвіду)|(?:ви|ти) вигра(?:ли|в|ла)|забери(?:те)? (?:свій )?(?:приз|подарунок|бонус|виграш)|безкоштовн\\p{L}+ (?:айфон|iphone|біткоїн\\p{L}*|гроші|подарунок)|(?:тисни|тисніть|клікай|клікайте|натисни|натисніть|переходь|переходьте) (?:сюди|тут|на посилання|за посиланням)|тільки сьогодні знижк\\p{L}+|100 ?% (?:гарант\\p{L}*|безкоштовно|прибут\\p{L}*)|без ризику|подвой\\p{L}* (?:свої )?гроші|купи(?:ти|те)? (?:зараз|дешево|підписників|лайки)|дешеві (?:кредити|підписники)|онлайн[- ]казино|казино|(?:інвестуй\\p{L}*|інвестиці\\p{L}+) (?:в|у) (?:біткоїн\\p{L}*|крипт\\p{L}*)|кредит (?:за \\d+ хвилин|онлайн|без відмови)|схудн\\p{L}+ на \\d+ (?:кг|кіло\\p{L}*)|пиши(?:те)? в (?:директ|особисті|лс|телеграм) (?:за|для|і|щоб)',
    ),
    unless: wholeWords(
      'phishing',
      'scam',
      'svindel\\p{L}*',
      'шахра\\p{L}*',
      'film',
      'game',
      'monopoly',
      'spill\\p{L}*',
    ),
  },
  { severity: 'medium', pattern: /(?:(?:https?:\/\/|www\.)\S+[\s,;]+){2}(?:https?:\/\/|www\.)\S+/u },
  { severity: 'low', pattern: /(?<!\p{L})(\p{L}{2,})(?:[\s,.!]+\1){6,}(?!\p{L})/u },
  {
    severity: 'low',
    pattern: /(?:https?:\/\/)?(?:bit\.ly|tinyurl\.com|t\.me\/joinchat|goo\.gl|cutt\.ly|is\.gd)\/\S+/u,
  },
];

/** Long and nearly all in capitals. */
export function isShouting(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < SHOUT_LETTERS) return false;
  return (text.match(/\p{Lu}/gu)?.length ?? 0) > 0.9 * letters && /!{3,}|\d/u.test(text);
}

/** An excited "GOT THE JOB" is shorter. */
const SHOUT_LETTERS = 60;
