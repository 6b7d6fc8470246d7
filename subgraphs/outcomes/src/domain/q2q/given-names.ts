/**
 * Whether a capitalised word is a given name common among Norwegians, Ukrainians or English speakers, in any case form. Names
 * that are words as well (Hope, Mark, Will, Надія, Віра, Liv) are left out: a wrong "[name]" hides what was said.
 */
export function isGivenName(word: string): boolean {
  const lower = word.toLowerCase().replace(/['’ʼ]s$/u, '');
  if (/\p{Script=Cyrillic}/u.test(lower)) return CYRILLIC_STEMS.has(lower.replace(CASE_ENDING, ''));
  return LATIN.has(lower) || (lower.endsWith('s') && LATIN.has(lower.slice(0, -1)));
}

const CASE_ENDING = /(?:ою|ею|єю|ові|еві|єві|ом|ем|єм|[аяиіїуюоейєь])$/u;

const LATIN = new Set(
  `anne inger kari marit ingrid berit astrid bjørg hilde anna marianne elisabeth kristin bente heidi silje nina hanne tone tonje
  ida emma nora thea sara julie maria camilla linn ingvild marte maren frida oda solveig turid gerd randi wenche unni trine
  jan per bjørn ole lars kjell knut svein arne thomas geir tore morten martin andreas kristian daniel jonas erik henrik magnus
  sander emil håkon sindre eirik espen trond øyvind terje rune stian anders torbjørn jørgen jens nils gunnar olav sverre
  jakob oskar filip aksel oskar noah lucas oliver mathias tobias sigurd
  john james robert michael david william richard joseph thomas charles christopher matthew anthony steven paul andrew joshua
  kenneth kevin brian george edward ronald timothy jason jeffrey ryan gary nicholas eric stephen jonathan larry justin scott
  benjamin samuel gregory patrick alexander jack dennis tom tim ben sam peter simon adam luke harry alfie liam
  mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa margaret sandra ashley kimberly emily
  donna michelle carol amanda melissa deborah stephanie rebecca laura helen sharon cynthia kathleen amy angela shirley
  katherine catherine christine samantha debra rachel carolyn janet olivia hannah megan lucy sophie chloe charlotte kate jane
  olena oksana tetiana tetyana natalia nataliia iryna irina svitlana svetlana liudmyla ludmyla halyna galyna kateryna yulia
  yuliia anastasia anastasiia mariia maryna larysa yana yevheniia valentyna viktoriia victoria alina daryna daria darya khrystyna
  solomiia zlata polina sofiia olha olga ira katya nastya sasha dasha masha oleh oleg andriy andrii serhiy serhii sergiy
  volodymyr vladimir oleksandr alexandr mykola vasyl ivan petro mykhailo dmytro yurii yuriy ihor igor viktor bohdan taras
  maksym maxim artem denys roman yaroslav vitalii vitaliy stepan ostap nazar danylo kyrylo pavlo anton ruslan bogdan
  mohammed mohamed muhammad ahmed ahmad ali omar hassan hussein ibrahim yusuf abdul khalid fatima aisha amina zahra leila layla
  maryam nadia samira hodan ayaan abdi farah piotr tomasz krzysztof agnieszka katarzyna małgorzata`.split(/\s+/u),
);

/** Without the ending of the case, which `isGivenName` takes off. */
const CYRILLIC_STEMS = new Set(
  `олен оксан тетян натал наталі ірин світлан людмил галин катерин юлі анастасі марі марин ларис ян євгені валентин вікторі
  алін аліні дарин дарі дар христин соломі поліні полін софі ольг ольз іринк ір оль наст кат саш даш маш надійк олег андрі сергі
  володимир олександр олександр микол васил іван петр михайл дмитр юрі ігор віктор богдан тарас максим артем денис ярослав
  віталі степан остап назар данил кирил павл антон руслан євген мар'ян роксолан уляни улян зо зої лід ліді неллі нін тамар
  зінаїд раїс аліс діан інн інг карин ларс ерик ерік бйорн томас том емм анн сар хенрік магнус маркус йонас кар'`.split(
    /\s+/u,
  ),
);
