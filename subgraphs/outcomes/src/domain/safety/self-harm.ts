import { type Signal, wholeWords } from './safety-signal.ts';

/**
 * Signs that somebody may not want to live, or hurts themselves; also told of others, since whoever tells asks for help.
 * Dying of shame, laughter or boredom is an idiom.
 */
export const selfHarm: readonly Signal[] = [
  {
    severity: 'urgent',
    pattern: wholeWords(
      '(?:want|wants|wanted|going|plan|plans|planning|thinking about|think about|thought about|ready) (?:to |of |about )?(?:kill(?:ing)? (?:myself|himself|herself|themselves)|die|end(?:ing)? (?:my|his|her|their|this) (?:own )?life|end(?:ing)? it all|tak(?:e|ing) (?:my|his|her) (?:own )?life|commit(?:ting)? suicide|hang(?:ing)? (?:myself|himself|herself))',
      "i(?:'ll| will|'m going to| am going to|'m gonna| gonna| might| could) (?:just )?(?:kill myself|end it|end my life|hang myself|jump off|take my (?:own )?life|overdose)",
      "(?:do not|don't|doesn't|dont|no longer|not) (?:really )?want(?:s)? to (?:live|be alive|exist|wake up)(?: any ?more)?|better off (?:dead|without me)|no (?:reason|point) (?:to live|in living|to go on living)|tired of living|wish i (?:was|were) dead|wish i (?:would|could) (?:not|never) wake up|suicidal",
      '(?:vil|ville|har lyst til å|tenker (?:jeg |han |hun |de )?på å|planlegger å|kommer til å|skal) (?:bare )?(?:dø|ta livet (?:mitt|sitt|av meg|av seg)|ta selvmord|begå selvmord|gjøre slutt på (?:det|livet|alt)|henge meg|hoppe foran)',
      '(?:vil|orker|ønsker|gidder|klarer) ikke (?:å )?(?:leve|å leve|våkne|eksistere)(?: lenger| mer)?|(?:leve|livet) (?:lenger|mer) orker jeg ikke|bedre (?:om jeg var død|uten meg)|ønsker(?: at)? jeg var død|skulle ønske jeg (?:var død|ikke våknet)|ingen (?:grunn|vits) (?:til )?(?:å leve|i å leve)|lei av å leve|selvmordstank\\p{L}*|selvmordsplan\\p{L}*',
      '(?:хочу|хоче|хотіла|хотів|думаю|думає|збираюся|планую) (?:про те,? щоб )?(?:померти|вмерти|вкоротити (?:собі )?віку|накласти на себе руки|повіситися|вбити себе|убити себе|покінчити (?:з собою|з життям|життя))|(?:покінчу|покінчити|накладу|вкорочу) (?:з собою|на себе руки|собі віку|з життям)',
      'не (?:хочу|хоче|хочеться) (?:більше |мені )?(?:жити|прокидатися|існувати)|(?:жити|життя) (?:більше )?(?:не хочу|не хочеться|набридло|немає сенсу|нема сенсу)|немає сенсу жити|нема сенсу жити|навіщо (?:мені )?жити|краще б (?:я|мене) (?:померла|помер|вмерла|вмер|не було|не прокинулася|не прокинувся)|(?:всім|усім) буде краще без мене|суїцидальн\\p{L}*|думки про (?:самогубство|смерть|суїцид)',
    ),
    unless: idiom(),
  },
  {
    severity: 'high',
    pattern: wholeWords(
      '(?:cut|cuts|cutting|hurt|hurts|hurting|harm|harms|harming|burn|burns) (?:myself|himself|herself|themselves)(?: (?:again|on purpose|with|when|at night|because))?|self[- ]harm(?:s|ed|ing)?|(?:attempted|attempt at|tried to commit|committed) suicide|suicide|overdose[ds]?|(?:took|swallowed) (?:all|too many) (?:the |my )?pills',
      'kutt(?:er|et|a) (?:meg|seg)(?: selv)?(?= (?:igjen|når|med|i armen|på|fordi|om)|[.,!]|$)|skade(?:r|t)? (?:meg|seg) selv|selvskad\\p{L}*|selvmord(?:et|sforsøk\\p{L}*)?|(?:tok|svelget) (?:en )?overdose|(?:tok|svelget) (?:alle|for mange) (?:pillene|tablettene|piller)',
      'ріжу (?:себе|собі)|ріже (?:себе|собі)|порізал\\p{L}+ (?:себе|собі вени|вени)|(?:шкоджу|шкодить|шкодила) собі|самоушкодж\\p{L}*|селфхарм\\p{L}*|самогубств\\p{L}*|суїцид\\p{L}*|(?:випила|випив|наковталася|наковтався) (?:всі|усі|забагато) (?:таблетки|пігулки|таблеток|пігулок)',
    ),
    unless: accident(),
    negatable: true,
  },
  {
    severity: 'medium',
    pattern: wholeWords(
      "(?:can't|cannot|can not) (?:go on|take it) (?:any ?more|any longer|like this)|everything is hopeless|(?:see|have) no way out|life (?:is|feels) (?:meaningless|pointless|not worth)|nothing (?:matters|makes sense) any ?more|want to disappear (?:forever|from this world)",
      '(?:orker|klarer) ikke mer(?=[.!]|$)|alt er håpløst|ser ingen (?:utvei|vei ut)|livet (?:er|føles) (?:meningsløst|ikke verdt)|ingenting betyr noe lenger|forsvinne for alltid',
      '(?:більше )?не можу так (?:більше )?жити|усе безнадійно|все безнадійно|не бачу (?:жодного )?виходу|життя (?:втратило|не має) сенс\\p{L}*|ніщо вже не має сенсу|зникнути назавжди',
    ),
    unless: idiom(),
  },
];

function idiom(): RegExp {
  return wholeWords(
    '(?:die|dying|died) (?:of|from|for) (?:shame|embarrassment|laughter|laughing|boredom|curiosity|hunger|cold|heat|a)|films?|movies?|novel|book|song|whale|cat|dog|plant|language|phone|battery|exam|alone',
    'dø av (?:skam|latter|kjedsomhet|nysgjerrighet|sult|flauhet|varme)|døde av latter|film(?:en)?|roman(?:en)?|boka|sangen|katt\\p{L}*|hund\\p{L}*|plante\\p{L}*|batteri\\p{L}*',
    '(?:померти|вмерти|помру|вмерла|померла) (?:зі|від|з) (?:сміху|сорому|нудьги|голоду|цікавості|спеки)|фільм\\p{L}*|роман\\p{L}*|книж\\p{L}*|пісн\\p{L}*|квітк\\p{L}*|батаре\\p{L}*',
  );
}

/** A kitchen knife slips, and papers are read about suicide. */
function accident(): RegExp {
  return wholeWords(
    'kitchen|cooking|by accident|accidentally|knee|back|football|training|article|documentary|film|novel|book|running|stove',
    'kjøkkenet|uhell|matlaging\\p{L}*|kneet|ryggen|fotball\\p{L}*|trening\\p{L}*|artikkel\\p{L}*|dokumentar\\p{L}*|film(?:en)?|roman(?:en)?|boka|løk(?:en)?',
    'кухн\\p{L}*|випадково|ненароком|колін\\p{L}*|спин\\p{L}*|футбол\\p{L}*|тренуван\\p{L}*|статт\\p{L}*|фільм\\p{L}*|роман\\p{L}*|книж\\p{L}*|цибул\\p{L}*',
  );
}
