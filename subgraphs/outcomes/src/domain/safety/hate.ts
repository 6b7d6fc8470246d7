import { type Signal, wholeWords } from './safety-signal.ts';

/**
 * Contempt for people because of what they are. Who tells that such words were said to them reports an injury, which is
 * evidence for Q2Q and no fault of the writer's.
 */
export const hate: readonly Signal[] = [
  {
    severity: 'high',
    pattern: wholeWords(
      `(?:all |these |those |the |filthy |dirty |fucking )*${group('en')} (?:are|is|should be|must be|need to be|deserve to be) (?:all )?(?:animals?|vermin|parasites?|scum|trash|garbage|subhuman|rats|cockroaches|criminals|terrorists|apes|a disease|a plague|killed|gassed|shot|exterminated|deported|wiped out|inferior|rapists|thieves)`,
      `(?:i )?(?:hate|despise|can't stand|cannot stand) (?:all |these |those |the |filthy |dirty )*${group('en')}`,
      `(?:kill|gas|exterminate|deport|get rid of|burn) (?:all |these |those |the )+${group('en')}`,
      'n[i1]gg(?:er|a)s?|faggots?|kikes?|pakis?|towelheads?|sandn\\p{L}+|trann(?:y|ies)|sub-?humans?|untermensch\\p{L}*|white power|heil hitler|sieg heil',
      `(?:alle |disse |de |jævla |skitne )*${group('no')} (?:er|bør|burde|må|skal) (?:alle )?(?:dyr|parasitter|avskum|søppel|undermennesker|rotter|kakerlakker|kriminelle|terrorister|aper|en pest|drepes|gasses|skytes|utryddes|kastes ut|deporteres|voldtektsmenn|tyver|mindreverdige)`,
      `(?:jeg )?(?:hater|avskyr|tåler ikke|forakter) (?:alle |disse |de |jævla |skitne )*${group('no')}`,
      `(?:drep|gass|utrydd|kast ut|deporter) (?:alle |disse |de )*${group('no')}`,
      'neger(?:e|en)?|svarting(?:er|en)?|pakkis\\p{L}*|soper(?:e|en)?|jødesvin|homojævel\\p{L}*|apekatter? fra|hvit makt',
      `(?:усі |всі |ці |ті |брудні |кляті )*${group('uk')} (?:[–—-] |це |є |мають бути |треба |слід |повинні бути )+(?:всіх |усіх )?(?:тварини|тварюки|паразити|покидьки|сміття|недолюди|щури|таргани|злочинці|терористи|мавпи|чума|вбити|знищити|депортувати|перебити|нижч\\p{L}+|злодії|ґвалтівники|нелюди)`,
      `(?:я )?(?:ненавиджу|зневажаю|терпіти не можу) (?:всіх |усіх |цих |тих |брудних |клятих )*${group('uk')}`,
      `(?:вбити|убити|знищити|перебити|депортувати|спалити|гнати) (?:всіх |усіх |цих |тих )*${group('uk')}`,
      'жид(?:и|ів|яра|ам)?|нігер\\p{L}*|чорножоп\\p{L}*|чурк[аиуо]|чурок|підар\\p{L}*|педик\\p{L}*|недолюд\\p{L}*|узкоглаз\\p{L}*|вузькоок\\p{L}*|москал(?:яку|яка) на гіляку|хач(?:і|ів|ик\\p{L}*)',
    ),
    unless: report(),
  },
  {
    severity: 'medium',
    pattern: wholeWords(
      `${group('en')} (?:ruin|are ruining|destroy|are destroying|steal|are stealing) (?:our|this|everything)|go back to (?:your (?:own )?country|where you (?:came|come) from|africa)|(?:your|their) kind (?:is|are) not wanted|no ${group('en')} (?:wanted|allowed|here)|women (?:are too stupid|belong in the kitchen|should shut up)`,
      `${group('no')} (?:ødelegger|stjeler) (?:landet|jobbene|alt|norge)|(?:dra|reis|pell deg|stikk) (?:tilbake|hjem) (?:dit du kom fra|til (?:landet ditt|afrika|hjemlandet))|(?:sånne|slike) som (?:dere|deg) (?:er ikke ønsket|hører ikke hjemme her)|ingen ${group('no')} her|kvinner (?:er for dumme|hører hjemme på kjøkkenet|bør holde kjeft)`,
      `${group('uk')} (?:нищать|псують|крадуть) (?:нашу|наші|все|усе|країну)|(?:вертайся|повертайся|забирайся|вали) (?:туди,? звідки (?:приїхав|приїхала|виліз|вилізла)|у свою країну|додому,? звідки)|(?:таких|таким) як (?:ви|ти) тут (?:не місце|не треба)|жінк\\p{L}+ (?:місце на кухні|[–—-] дурні|задурні|мають мовчати)`,
    ),
    unless: report(),
  },
];

function group(language: 'en' | 'no' | 'uk'): string {
  const groups = {
    en: 'muslims?|jews?|blacks?|black people|whites?|arabs?|africans?|roma|gyps(?:y|ies)|gays?|lesbians?|homosexuals?|immigrants?|migrants?|refugees?|foreigners?|ukrainians?|russians?|poles|syrians?|somalis?|christians?|disabled people|trans people',
    no: 'muslim(?:er|ene)?|jøder?|jødene|svarte|hvite|arabere?|araberne|afrikanere?|afrikanerne|rom(?:folk)?|sigøynere?|homser?|homofile|lesber?|innvandrere?|innvandrerne|flyktninger?|flyktningene|utlendinger?|utlendingene|ukrainere?|ukrainerne|russere?|russerne|polakker?|polakkene|syrere?|somaliere?|kristne|funksjonshemmede|transer?',
    uk: 'мусульман\\p{L}*|євре\\p{L}+|чорн(?:і|их)|біл(?:і|их)|араб\\p{L}*|африкан\\p{L}*|ром(?:и|ів)|циган\\p{L}*|ге(?:ї|їв)|лесбі\\p{L}*|гомосексуал\\p{L}*|іммігрант\\p{L}*|мігрант\\p{L}*|біженц\\p{L}*|чужинц\\p{L}*|іноземц\\p{L}*|українц\\p{L}*|росіян\\p{L}*|поляк\\p{L}*|сирій\\p{L}*|сомалій\\p{L}*|християн\\p{L}*|інвалід\\p{L}*|трансгендер\\p{L}*',
  };
  return `(?:${groups[language]})`;
}

/** Said to the writer, or read by them. */
function report(): RegExp {
  return wholeWords(
    "(?:told|called|shouted|yelled|spat|said to|wrote to|screamed)(?: at)? (?:me|us|him|her|my \\p{L}+)|(?:was|were|been|got) (?:told|called)|(?:he|she|they|someone|somebody|people|a man|a woman|the man|kids|some) (?:said|say|says|shout|shouted|yelled|think|wrote)|i don't (?:hate|despise)|film|movie|book|article|novel|history|word",
    '(?:sa|ropte|skrek|skrev|kalte)(?: det)? (?:til )?(?:meg|oss|ham|henne|sønnen|datteren|dattera)|(?:noen|folk|han|hun|de|en mann|en dame|ungene) (?:sa|sier|ropte|skrev|mener|skrek)|ble kalt|(?:jeg )?hater ikke|film(?:en)?|boka?|artikkel\\p{L}*|historie\\p{L}*|ordet',
    '(?:сказа\\p{L}+|крича\\p{L}+|крикну\\p{L}+|гукну\\p{L}+|обізва\\p{L}+|назва\\p{L}+|написа\\p{L}+) (?:мені|мене|нам|нас|йому|його|їй|її|синові|доньці|що)|(?:мені|нам|мене|нас|йому|їй|синові|доньці) (?:сказа\\p{L}+|крича\\p{L}+|крикну\\p{L}+|гукну\\p{L}+|обізва\\p{L}+|назва\\p{L}+|написа\\p{L}+|кажуть)|(?:хтось|люди|він|вона|вони|чоловік|діти) (?:каже|кажуть|сказа\\p{L}+|крикну\\p{L}+|крича\\p{L}+|думають|писа\\p{L}+)|не ненавиджу|фільм\\p{L}*|книж\\p{L}*|статт\\p{L}*|історі\\p{L}*|слово',
  );
}
