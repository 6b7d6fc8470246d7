/**
 * Whether a capitalised word within a sentence names no person: a place, a people, a language, a day, a feast, an office, a tool.
 * Ukrainian words are compared without their endings.
 */
export function isPublicName(word: string): boolean {
  const lower = word.toLowerCase().replace(/['’ʼ]s$/u, '');
  if (/\p{Script=Cyrillic}/u.test(lower)) return CYRILLIC_STEMS.some((stem) => lower.startsWith(stem));
  return LATIN.has(lower) || LATIN_ENDINGS.test(lower) || (lower.endsWith('s') && LATIN.has(lower.slice(0, -1)));
}

/** "Tromsøya", "Storgata", "Holmenkollveien", "Stavangersk" and peoples. */
const LATIN_ENDINGS = /(?:gata|gate|veien|vegen|plass|torget|kommune|street|road|avenue|square|ish|ese|ian|ians)$/u;

const LATIN = new Set(
  `i i'm i'd i've i'll ok cv nav udi imdi sfo hms hr it ai ielts toefl dbs nhs ngo eu un fn usa uk us tv pc zoom teams skype google translate
  excel word powerpoint outlook linkedin facebook instagram messenger whatsapp telegram tiktok youtube netflix duolingo kahoot
  scrum jira git github python java javascript react kintell teei buddy ecornell coursera itslearning finn vipps ruter vy rema kiwi coop
  ikea peppes equinor telenor posten
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
  november december christmas easter ramadan eid halloween constitution day new year
  norway norwegian norwegians norge norsk nordmann sweden swedish sverige denmark danish danmark finland iceland
  ukraine ukrainian ukrainians ukraina poland polish polen russia russian germany german tyskland france french spain spania italy
  italian england english engelsk britain british scotland scottish wales welsh ireland irish europe europa america american
  syria syria syrian iran iranian iraq iraqi afghan afghanistan somalia somali eritrea eritrean ethiopia turkey turkish
  tyrkia greece hellas kreta crete china chinese india indian arabic arabisk africa african afrika asia asian
  oslo bergen trondheim stavanger tromsø tromso kristiansand drammen fredrikstad sandnes bodø ålesund haugesund sandefjord
  hamar lillehammer molde gjøvik alta narvik svolvær lofoten finnmark nordland vestland rogaland telemark agder innlandet
  kyiv kiev lviv kharkiv odesa odessa dnipro donetsk luhansk mariupol kherson zaporizhzhia chernihiv chernivtsi ternopil
  krakow warsaw warszawa berlin london leeds manchester paris madrid stockholm copenhagen københavn
  god gud jesus bible koran covid`.split(/\s+/u),
);

const CYRILLIC_STEMS =
  `норвегі норвеж україн польщ поляк росі німеч франці іспані італі англі британі шотланд уельс ірланд європ америк швеці дані
  фінлянд туреч грец крит кит сирі іран афган африк азі осло берген тронгейм тронхейм ставангер тромс крістіансанд драммен
  гамар лофотен фіннмарк київ києв львів львов харк одес дніпр донец луган маріупол херсон запоріж черніг чернів терноп
  крак варшав берлін лондон париж стокгольм копенгаген великод різдв новий нового рамадан бог господ коран біблі ковід
  зум тімс скайп ґугл гугл ексел лінкед фейсбук інстаграм телеграм вайбер ютуб тікток динам карпат чорн середземн`.split(
    /\s+/u,
  );
