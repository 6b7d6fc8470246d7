import { type Signal, wholeWords } from './safety-signal.ts';

/**
 * Violence announced to somebody, and violence that somebody says was announced to them. Dialects that "kill me" and jokes
 * that "slay" have no victim behind the verb.
 */
export const threat: readonly Signal[] = [
  {
    severity: 'urgent',
    pattern: wholeWords(
      "(?:i|we)(?:'ll| will| am going to|'m going to| gonna|'m gonna| want to| swear i'?ll) (?:fucking )?(?:kill|shoot|stab|murder|strangle|burn|behead|hurt|beat|slap|smash|cut) (?:you|u|him|her|them|all of|everyone|everybody|this (?:place|teacher|man|woman)|the (?:teacher|boss|manager|coordinator|volunteer|office))",
      '(?:i|we) (?:have|got|will bring|am bringing) (?:a )?(?:gun|knife|bomb) (?:and|for|to)',
      '(?:jeg|vi) (?:skal|kommer til å|vil|har lyst til å) (?:faen meg )?(?:drepe|skyte|stikke ned|kverke|ta livet av|banke(?: opp)?|knuse|skade|slå(?: ned| i hjel)?|brenne|ta kvelertak på) (?:deg|dere|han|ham|henne|dem|alle|læreren|sjefen|lederen|kontoret|den)',
      'jeg (?:har|tar med) (?:en )?(?:kniv|pistol|bombe)',
      "(?:я|ми) (?:тебе|вас|його|її|їх|всіх|усіх) (?:вб|уб)['’]?\\p{L}+|(?:вб|уб)['’]?(?:ю|ємо) (?:тебе|вас|його|її|їх|всіх|усіх|цього|цю)|(?:заріжу|застрелю|приб['’]ю|поріжу|задушу|спалю|підірву|поб['’]ю|відлупцюю|покалічу|підпалю) (?:тебе|вас|його|її|їх|всіх|усіх|цього|цю|цей|ваш\\p{L}*|твою|твій|офіс)|я (?:тебе|вас|його|її|їх|всіх) (?:заріжу|застрелю|приб['’]ю|поріжу|задушу|спалю|поб['’]ю|покалічу)|(?:прийду|прийдемо) з (?:ножем|пістолетом|гранатою)",
    ),
    unless: fiction(),
    negatable: true,
  },
  {
    severity: 'high',
    pattern: wholeWords(
      "you(?:'ll| will| are going to|'re going to) (?:regret|pay for) (?:this|it)|i know where (?:you|u|he|she) lives?|watch your back|you(?:'re| are) dead|you better watch out|i(?:'ll| will) (?:find|get|destroy|finish) (?:you|u|him|her|them)",
      "(?:threatened|threatens|threatening) (?:to (?:kill|hurt|beat|hit|shoot|stab)|me|her|him|us)|(?:he|she|they|husband|man|neighbou?r|boss|someone) (?:said|says|told me|wrote) (?:that )?(?:he|she|they)(?:'ll|'d| will| would) (?:kill|beat|hurt|shoot|stab) (?:me|her|him|us|my)|(?:he|she|they|husband|boyfriend|wife) (?:hits?|beats?|beat|hit|strangled|chokes?) (?:me|her|the (?:kids|children))",
      'du (?:kommer til å|skal) (?:angre|få svi|betale for)|jeg vet hvor (?:du|dere|han|hun) bor|pass deg(?: for meg)?(?=[,.!]|$)|du er død|jeg skal (?:finne|ta|ødelegge|knekke) (?:deg|dere|han|ham|henne|dem)',
      '(?:truet|truer|truende|trusler) (?:med å|meg|henne|ham|oss|mot)|(?:han|hun|de|mannen|naboen|sjefen|noen) (?:sa|sier|skrev) (?:at )?(?:han|hun|de) (?:skal|skulle|vil|ville|kommer til å) (?:drepe|banke|slå|skade|skyte|ta livet av) (?:meg|henne|ham|oss)|(?:han|hun|mannen(?: min| hennes)?|kona|kjæresten(?: min)?) (?:slår|banker|slo|banket|tok kvelertak på) (?:meg|henne|ham|barna|ungene)',
      'ти (?:про це )?(?:ще )?(?:пошкодуєш|пожалкуєш)|ви (?:ще )?(?:пошкодуєте|пожалкуєте)|(?:ти|ви) (?:мені )?за це (?:заплатиш|заплатите|відповіси|відповісте)|(?:я )?знаю,? де (?:ти|ви|він|вона) живе\\p{L}*|тобі (?:кінець|гаплик|не жити)|я (?:тебе|вас|його|її) (?:знайду|знищу|дістану)|ходи й озирайся',
      "погрожу\\p{L}+|(?:сказав|сказала|каже|пише|написав),? що (?:мене |її |його |нас )?(?:вб|уб|заріж|приб)\\p{L}*(?:['’]\\p{L}+)?|(?:чоловік|він|сусід|хлопець) (?:мене |її |нас |дітей )?(?:б['’]є|побив|душив|лупцює)(?: мене| її| нас| дітей)?",
    ),
    unless: fiction(),
    negatable: true,
  },
];

/** Said on a screen or a page, not in life. */
function fiction(): RegExp {
  return wholeWords(
    'films?|movies?|series|episode|novel|book|story|song|lyrics|play|game|chess|joke',
    'film(?:en|er)?|serie[nr]?|episoden?|roman(?:en)?|bok[a]?|boken|historien?|sang(?:en)?|skuespillet|spill(?:et)?|sjakk|vits(?:en)?',
    'фільм\\p{L}*|кін[оі]|серіал\\p{L}*|роман\\p{L}*|книж\\p{L}*|книз\\p{L}*|казк\\p{L}*|пісн\\p{L}*|вистав\\p{L}*|гр[аиіу]|шах\\p{L}*|жарт\\p{L}*',
  );
}
