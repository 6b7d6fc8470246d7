/**
 * What participants' words are about, in English | Norwegian (bokmål) | Ukrainian. A concept is a feature the three
 * languages share, so that a training text in one of them teaches the model about the others; the weights are learnt.
 * `stem*` matches by prefix, `two_words` a sequence. Entries that mean something else in a sister language are left out.
 */
export const CONCEPT_LEXICON: Readonly<Record<string, string>> = {
  fear: `afraid scared scary frighten* fear* terrif* panic* dread* anxi* nervous* freeze froze frozen tremb* shak* shiver* sweat* tense petrified intimidat* stress*
    | redd livredd redsel* frykt* skremt* nervøs* panikk* grue gruer grudde engst* angst* skjelv* kvier kvie svett* stiv livredde skrekk* hamrer klump stress*
    | боюся боюсь боїться боявся боялася боятися страх* страшн* лякає* злякал* злякав* налякан* панік* запанік* тривож* хвилю* тремт* трусил* трусить жах ціпен* заціп* кам'яні* острах* переляк* пітніють клубок`,
  shy: `shy* timid* quiet silent silence mute embarrass* asham* shame blush* hesita* insecure unsure awkward whisper* self-conscious
    | sjener* stille stillhet taus* tier tie flau* skam* skjem* rødm* usikker utrygg* blyg* tilbakeholden* nøl* forlegen* pinlig* hvisk* stum
    | соромл* сором* ніяков* зніяков* мовчу мовчить мовчав* мовчала замовк* тихий тиха тихо невпевнен* червоні* несмілив* вага* незручно шепоч* німою`,
  dare: `dare* brave* bravery bold* courage* confiden* fearless self-esteem self-assured self-confid* assert*
    | tør turt turte torde torte våg* modig* mot motet selvtillit* selvsikker* trygg* tryggere tøff* frimodig*
    | наваж* зважи* зважу* смілив* відваж* хоробр* впевнен* певніш* розкут* рішуч* насміл* осміл*`,
  decide: `decide* decision* initiative volunteered complain* complained refuse* demanded argue* argued stood_up spoke_up speak_up raised_my
    | bestem* avgjør* initiativ* frivillig klag* krev* krangl* rakk meldte_meg
    | виріш* рішення ініціатив* поскарж* вимага* сперечаюся зголос* піднесла підняла`,
  self: `myself himself herself by_myself on_my_own on_his_own on_her_own single-handed independent*
    | selv sjøl egen_hånd egenhånd selvstendig*
    | сама сам самостійно самотужки власноруч`,
  alone: `alone lonely loneli* lonesome isolat* solitary
    | alene aleine ensom* isolert* aleina
    | самот* самітн* ізольован* на_самоті наодинці`,
  outside: `left_out outsider outsiders excluded ignor* invisible unwanted unwelcome stranger foreigner foreign overlook* forgot_me
    | utenfor utestengt ekskludert overser oversett oversett usynlig fremmed fremmede utlending ekstra til_overs
    | осторонь чужа чужий чужою чужинк* чужин* невидим* ігнор* зайва зайвий зайвою небажан* цура* повз_мене`,
  friend: `friend friends friendship pal pals mate mates bestie girlfriend*
    | venn venner vennen vennene venninne* kamerat* kompis* bestevenn*
    | друг друга друзі друзів друзями друзям дружу дружимо подруг* приятел* товариш* товариств* здруж* потоваришув* здружил*`,
  welcome: `welcom* invit* includ* accepted adopt* belong* hug* hugged greet* wave* saved_me cheer*
    | velkom* inviter* innby* inkluder* tilhør* bedt_i klem* adopter* hører_til hilser heia* omfavn*
    | запрош* запросил* покликал* кликали гостинн* раді прийнял* прийняли вітаються обійняла обіймає вдочерил* бажаною`,
  community: `together family community team choir club gang sister* brother* neighbour* neighbor* colleague* coworker* crowd group
    | sammen familie* fellesskap* samhold* gjengen laget klubb* kor koret søster* bror brødre nabo* kolleg* dugnad* gruppa gruppen
    | разом родин* сім'я сім'ї спільнот* команд* хор* клуб* сестр* брат брати сусід* колег* толок* група групі групи товаристві`,
  home: `home hometown rooted | hjem hjemme | дім дому вдома домівк* рідн*`,
  visit: `dinner party birthday barbecue weekend* wedding evening* | middag fest festen bursdag* helg* hyttetur* bryllup kveld*
    | вечер* свято свята народження вихідн* весілл* гостин*`,
  miss: `miss misses missed missing longing homesick | savn* lengt* hjemlengsel | сумую сумує сумуємо бракує тужу тужить скуча*`,
  laugh: `laugh* joke* joking smile* tease* giggl* fun | ler lo latter vits* spøk* erte* tulle* tullet | сміє* сміял* засміял* жарт* усміха* кепку* регоч*`,
  language: `language grammar vocab* english norwegian dialect* accent pronunc* spelling sentence* verb verbs tense tenses preposition* article* bilingual
    | språk* grammatikk* ordforråd* engelsk* norsk norsken dialekt* aksent* uttal* setning* verb verbene preposisjon* rettskriv* bokmål
    | мова мови мову мовою мовлення граматик* лексик* англійськ* норвезьк* діалект* акцент* вимов* речен* дієсл* прийменник* правопис* відмінюв*`,
  words: `word words phrase* | ord ordene orda uttrykk | слово слова слів словами словник* словниковий`,
  exam: `exam exams a1 a2 b1 b2 c1 level subtitles subs interpreter translat* dictionary google
    | norskprøv* prøven a1 a2 b1 b2 c1 nivå* tekst teksting tolk* ordbok oversett*
    | іспит* a1 a2 b1 b2 c1 рівень рівн* субтитр* переклад* словника перекладач*`,
  understand: `understand* understood follow follows followed catch caught comprehen* grasp* make_out misunderst*
    | forstå* forsto* skjønn* skjønte fatter følge_med henger_med med_meg får_med
    | розумію розуміє розуміти розумієм* розуміння зрозум* второп* збагн* вловл* встигаю устигаю стежити розібрати`,
  speak: `speak* spoke spoken talk* say said chat* conversation* tell told answer* ask asked
    | snakk* prat* si sier sa sagt samtale* fortell* fortalt svar* spør* spurte
    | говор* розмовл* каж* казат* сказа* розмов* відпові* спитал* запита* питал* розпові* заговор*`,
  phone: `phone* phoned call called calls rang ring ringing dial* | ring ringe ringte ringer telefon* | дзвон* подзвон* зателефон* телефон* слухавк* передзвон*`,
  readwrite: `read reads reading write writes writing wrote written letter newspaper novel book books
    | lese leser leste lesing skrive skriver skrev skriftlig brev avis* roman bok bøker
    | чита* прочита* пишу пише писати писал* написа* листа лист газет* роман книж* письм*`,
  listen: `listen* hear hears radio news podcast film | lytt* hører radio* nyhet* podkast film filmen | слуха* аудіюв* чую радіо новин* подкаст* фільм* на_слух`,
  office: `office doctor dentist bank shop counter landlord plumber teacher school | kontor* legen tannleg* banken butikk* husei* rørlegg* læreren skolen kommunen
    | установ* лікар* стоматолог* банк* крамниц* орендодав* сантехні* вчител* учител* школ* комун*`,
  better: `better improv* progress* clearer fewer grown increase* advanc* faster stronger easier growing bigger fluent* more great_job
    | bedre forbedr* framgang* fremgang* tydeligere færre vokst større raskere sterkere lettere flytende mer
    | краще кращ* покращ* прогрес* поступ* зріс зросл* зроста* менше чіткіш* легше сильніш* вільніше побільш* швидше`,
  good: `good well great excellent perfect fantastic brilliant fluent proud happy | bra godt god flott strålende stolt glad kjempebra flink dyktig
    | добре добра гарн* чудов* відмінн* пиша* щаслив* молодець прекрасн*`,
  bad: `bad badly worse weak poor* terrible awful horrible mess disaster limited | dårlig* verre svak* forferdelig* elendig* katastrof* rot roter begrenset
    | поган* гірш* слабк* слабша жахлив* катастроф* препогано погірш* обмежен*`,
  hard: `hard difficult* struggle* stuck slow slowly impossible mistake* error* confus* mix mixes mixed guess*
    | vanskelig* sliter strever tungt tregt umulig* feil feilene blande* gjett* forvirr* strev* fastlåst
    | важк* складн* труднощ* застряг* повільн* неможлив* помил* плута* вгаду* мучу*`,
  fail: `fail failed failing lost lose loses forget* forgot* gone give_up gave_up quit
    | stryk strøk glem* mist* mistet borte ga_opp gir_opp tapt
    | провал* завал* загуб* губл* втрат* забув* забул* забува* зник* здала* здався здаюся`,
  pass: `passed finished completed learned learnt managed succeeded | besto bestått fullført* lærte lært klarte fikk_til
    | склала склав закінчи* вивчи* впора* упора* навчи* опанув* вдалося`,
  ability: `can able capable manage cope believe believes trust | kan klarer mestr* greier tror stoler duger | можу може здатн* зможу вірю вірить довіря* спроможн*`,
  worthless: `stupid dumb useless worthless idiot* tiny small failure foolish | dum dumt ubrukelig* verdiløs* liten idiot* mislykket
    | дурн* нікчем* маленьк* нездар* негідн* дурниц*`,
  cry: `cry cried tears crying | gråt* gråter tårer | плака* плач* сльоз* заплака* розплака*`,
  avoid: `avoid* hide hides hid hiding behind escape* ran_away walked_out pretend*
    | unngå* gjemm* gjemte bak later_som rømte trakk
    | уника* хова* схова* вдаю тікаю втекл*`,
  try: `try tries tried trying attempt* | prøve prøver prøvde forsøk* | спроб* намага* пробув*`,
  nobody: `nobody no_one noone nothing none | ingen ingenting null | ніхто нікого нікому нічого ніким нуль`,
  job: `job jobs work works worked employed vacancy vacancies position career labour labor profession* occupation shift shifts internship hire hired hiring hires salary wage
    | jobb jobben jobber arbeid* stilling* yrke* karriere* ansett* vakter vakt praksis* lønn*
    | робот* працю* працев* вакансі* посад* кар'єр* професі* фах* фахов* стажув* найма* найня* зарплат* зміни`,
  employer: `employer* boss bosses recruiter* manager hr agency | arbeidsgiver* sjef* rekrutter* bemanning* leder lederen hr
    | роботодав* начальни* керівни* рекрутер* кадров* агенці*`,
  cv: `cv résumé resume cover_letter linkedin portfolio* reference references | cv cv-en cv-er linkedin portefølje* referanse* attest* søknadsbrev*
    | резюме портфоліо супровідн* лінкедін linkedin рекомендаці* характеристик*`,
  interview: `interview* | intervju* jobbintervju* prøveintervju* | співбесід*`,
  apply: `apply applied applying application* job_search job-hunting | søke søker søkte søknad søknader jobbsøk* søkt | подати подала* подав* подати* подаватися заявк* пошук*`,
  offer: `offer* contract promoted promotion start permanent recruited | tilbud kontrakt* fast_stilling opprykk innkalt ansatt
    | пропозиц* запропон* контракт* договір договор* підвищ* постійно`,
  reject: `reject* declin* refus* denied regret unemploy* fired dismissed unfortunately ghosted another_candidate let_go
    | avslag avslo dessverre arbeidsledig* oppsagt sagt_opp fikk_sparken vraket annen_kandidat
    | відмов* відхил* безробіт* звільн* на_жаль іншого_кандидата`,
  qualification: `diploma* degree* certif* qualif* licen* authoris* recogni* skill* experience* expertise course
    | vitnemål* sertifi* fagbrev* autoris* godkjen* kvalifik* kompetanse* erfaring* utdann* kursbevis* førerkort*
    | диплом* сертифік* кваліфік* ліценз* навич* досвід* освіт* визна* підтверд* посвідчен*`,
  network: `network* contact contacts connections tips advice | nettverk* kontakter tips råd karriereråd | нетворк* контакт* зв'язк* порад*`,
  finally: `finally first_time at_last now today already suddenly | endelig første_gang nå plutselig i_dag | нарешті вперше уперше тепер вже уже раптом`,
  nolonger: `any_more anymore no_longer any_longer stopped used_to before | lenger ikke_mer før sluttet | більше перестал* раніше перестав`,
  still: `still always again constantly every_time | fortsatt fremdeles alltid igjen stadig | досі ще завжди знову постійно щоразу`,
  fast: `fast quick* speed | fort raskt fart | швидк* темп*`,
  help: `help* helped need needs without | hjelp* trenger uten | допом* допомага* потреб* без`,
  meal: `lunch break coffee lunchtime | lunsj* pausen pause kaffe | обід* обіда* перерв* кав* каву`,
  turn: `but yet though however although still_not | men likevel imidlertid | але та проте однак зате`,
  plan: `session meeting room link zoom teams camera microphone sound bus tram parking cancel* postpon* reschedul* late schedule o'clock ticket e-mail app password projector recording
    | økta møtet møtes rommet rom lenke* zoom teams kamera* mikrofon* lyd lyden buss bussen trikk* parker* avlys* utsatt forsink* flyttet klokka billett* appen passord* opptak*
    | зустріч зустрічі кімнат* посилан* zoom teams камер* мікрофон* звук* автобус* трамва* парк* скас* перенес* запізн* квит* застосунк* пароль запис`,
  when: `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august tomorrow next_week next_time
    | mandag tirsdag onsdag torsdag fredag lørdag søndag mars april mai juni juli i_morgen neste_uke neste_gang
    | понеділ* вівтор* серед* четвер* п'ятниц* субот* неділ* березн* квітн* травн* червн* липн* завтра наступного_тижня наступного_разу`,
  topic: `discussed about topic chapter exercise* page pages homework text picture* weather recipe | pratet_om snakket_om tema temaet kapittel oppgave* side lekse teksten bilder været oppskrift*
    | обговор* тема розділ вправ* сторінк* домашнє текст світлин* погод* рецепт*`,
  food: `food cake soup pizza tea buns fish potato* sandwich* | mat maten kake* suppe* pizza* te bolle* fisk* potet* brødskiv* | їжа їжу пиріг* суп* піц* чай* булочк* риб* картопл* бутерброд*`,
  thanks: `thank thanks please sorry greetings | takk beklager hils vær_så_snill | дяку* перепрош* вибач* будь_ласка вітання`,
  distress: `hurt* pain ache stomach blame* judge* judged regret* apologis* apologiz* sorry_for stutter* stammer* chickened disappear* vanish* shrink* shrank powerless helpless hopeless miserable overwhelm* exhaust* discourag* disappoint* despair* sick doubt* depress* upset suffer* sad sadness tired nightmare wobbl* sink swallow
    | vondt smerte* magen klandre* dømmer dømt angre* unnskyld* stamm* feig* forsvinn* forsvant krymp* maktesløs* hjelpeløs* håpløs* utslitt motløs* skuffe* tvil* tvile* kvalm deprimert lei trist sliten mareritt synke svelg* kvalt vegrer
    | боляч* болить біль живіт винува* осуджу* шкоду* вибача* заїка* зник* щеза* стиска* безсил* безпорадн* безнадійн* виснаж* розчар* зневір* сумнів* сумніва* нудить сумно зле втомл* провалитися проковт* недооцін* пригніч*`,
  ease: `easy easily smooth* flow* calm* relaxed natural* effortless* comfortable freely steady peace relief relieved enjoy* amazing lovely delight* eager
    | lett flyt flyter løsn* rolig* avslappet naturlig* letthet fritt deilig herlig* kost* gled* lettet lettelse nyt* stødig* bekvem
    | легко гладко плинн* спокійн* невимушен* природно полегш* насолод* радіс* радію втіх* комфорт* приємно захват* охоче`,
  lack: `lack* must need* require* had_to have_to has_to missing shortage wish without_help insufficient
    | mangl* må måtte krever skulle_ønske behøver savner_ord utilstrekkelig
    | мушу мусила мусив треба бракує бракувало довелося доводиться потреб* потрібен потрібна нестача хотілося_б браку`,
  barely: `only barely hardly half too scarcely just limited little few
    | bare kun halvparten halve knapt altfor litt lite få
    | тільки лише половин* ледве ледь надто занадто замал* трохи мало небагат* заслаб*`,
  praise: `prais* compliment* applau* clap* recommend* impressed impressive congratul* proud
    | ros* skryt* klapp* imponer* gratuler* anbefal* stolt*
    | похвал* хвал* аплод* плеска* вража* вразил* вітаю_з рекоменду*`,
  care: `care* caring cares kind kindness seen listened respect* love* loved warm* matter* trusted support* help_each lend lends borrowed gave_me key
    | bryr_seg omsorg* snill* sett respekt* elsk* varm* betyr støtt* stiller_opp låner lånte nøkkel tålmodig
    | дба* піклу* турбот* поважа* люб* тепл* важлив* підтрим* позич* довір* ключ вболіва*`,
  hostile: `bull* mock* stare* stared rude angry shout* yell* racis* gossip* cold shut shuts slam* wall walked_past leftover spectator corner forgot_to refuse_to stand_by
    | mobb* hån* stirr* frekk* sint kjeft* rasis* sladder kald* lukker smell* vegg veggen tilskuer hjørnet glemte_meg glemte_å forbi_meg blikk
    | знуща* глузу* витріща* косо грубі* серд* расис* пліт* холодн* зачиня* стін* глядач* куток кутку забули_про повз цькува*`,
  drop: `clean cleaning wash washing scrub dishwash* overqualif* underpaid bankrupt* laid_off redundan* dismissal rusty backwards dropped sank bottom decline worsen*
    | vaske vasker vaskejobb overkvalif* konkurs permittert oppsigelse rustent rusten tilbake_til bunn sank forverr* nedbeman*
    | прибира* мити миєш мию пакую підлог* банкрут* скоротили скорочен* заіржав* погірш* впала_до дно спад деградув*`,
  gain: `grew grown grow* risen rose raised gained got_a got_the earned achiev* reached learn* made_it won win victory success* better_at brave_enough
    | vokst vokser økt øker oppnå* nådd lært_meg vant seier lyktes flinkere klarte_det blitt_bedre
    | зросл* зріс зрост* здобу* досяг* вийшло вдал* перемо* успі* стала_кращ* навчил*`,
  future: `ready plan goal dream hope next_step prepared target | klar plan mål drøm håp forberedt neste_skritt | готов* план мет* мрі* надія підготовл* крок*`,
  past: `used_to before once formerly previously last_year a_year_ago | før tidligere en_gang for_et_år i_fjor | раніше колись торік рік_тому`,
  child: `child* kid kids son daughter* baby | barn barna sønn* datter* unge* | дитин* діти дітей син сина доньк* дочк* донечк*`,
  profession: `nurse* doctor engineer* teacher* electrician* lawyer* accountant* developer* programmer* cook chef driver carpenter* pharmacist* surgeon dentist welder hairdress* cleaner mechanic* bricklayer*
    | sykepleier* lege ingeniør* lærer elektriker* advokat* regnskap* utvikler* programmerer* kokk sjåfør* snekker* tømrer* farmasøyt* kirurg* tannlege sveiser* frisør* renhold* mekaniker* helsefag*
    | медсестр* лікарк* інженер* вчителем електрик* адвокат* юрист* бухгалтер* розробник* програміст* кухар* водій* водієм тесля столяр* фармацевт* хірург* зварник* перукар* прибиральн* механік*`,
  workplace: `warehouse factory kitchen hospital kindergarten nursing_home construction restaurant hotel bakery farm office_job
    | lager* fabrikk* kjøkken* sykehus* barnehage* sykehjem* byggeplass* restaurant* hotell* bakeri* gård*
    | склад* завод* кухн* лікарн* садок садк* будівництв* ресторан* готел* пекарн* ферм*`,
  people: `women men guys ladies lads aunt uncle grandma grandmother mothers fathers parents players members folks crew staff classmates villagers family_of person people
    | kvinner kvinnene damer damene gutta gutter jentene tante onkel bestemor mødre foreldrene spillere spillerne folk ansatte klassekamerat* mennesker menneske svigermor
    | жінки хлопці дівчата тітк* дядьк* бабус* мами батьки гравці люди людей людьми однокласник* однокурсн* свекрух* людина людину`,
  gathering: `church club choir cabin village street yard party table seat pub trip hike outing picnic match football handball chess dance
    | kirke kirka menighet* klubb* hytta hytte bygda landsby* gata gården fest bordet turen utflukt kamp fotball* håndball* sjakk* dans* trening
    | церкв* клуб* будиноч* село селі вулиц* двір дворі столі поход* прогулянц* матч футбол* гандбол* шах* танц* тренуван*`,
  called_in: `asked_me brought_me took_me let_me gave_me with_me waited_for saved join joined joins include remembered chose_me voted
    | ba_meg tok_meg lot_meg ga_meg med_meg ventet_på spurte_meg ville_ha valgte_meg husket_meg blir_med være_med bli_med
    | узяли_мене взяли_мене обрали_мене чекають чекали чекає попросили_мене долуч* приєдн* згадали_про зі_мною`,
  left_alone: `without_me except_me but_me past_me about_me behind_my forgot_me never_asked no_place nowhere empty end_of alone_again
    | uten_meg unntatt_meg forbi_meg over_meg bak_ryggen ingen_plass tom tomt alene_igjen glemt
    | без_мене крім_мене повз_мене за_спиною порожн* нема_куди немає_місця нікуди забули`,
  body: `mouth throat knees hands heart palms eyes voice legs cheeks tongue | munnen hals halsen knærne hender hendene hjertet øynene stemmen beina tunga
    | рота роті горло горлі коліна долоні руки серце очі голос голосу ноги язик`,
  stage: `stage microphone audience speech presentation presenting presented crowd public front_of in_front aloud spotlight
    | scenen scene mikrofon publikum tale foredrag presentasjon* presentere framføring* foran salen høyt
    | сцен* мікрофон* публік* виступ* промов* презент* залою вголос перед_класом перед_людьми перед_усіма`,
  will: `opinion permission right choose choice responsib* boundary disagree authority risk* chance challenge own_decision lead led
    | mening meninga lov_til rett velge valg ansvar* uenig grense risiko* sjanse* utfordr* ledet ledelsen
    | думку думка дозвол* право обирати вибір відповідальн* межу не_згоден незгодн* ризик* виклик* очолив* провела`,
  sound: `vowel* consonant* sound_like intonation rhythm syllable tongue-tied letter_by noise gibberish dialects slang idiom* accent-free
    | vokal* konsonant* intonasjon* setningsmelodi stavelse* støy slang idiom* skarre*
    | голосн* приголосн* інтонац* наголос* склад* шум сленг* ідіом* звуки`,
  repeat: `repeat* say_it_again once_more slow_down guess gestures pointing draw_pictures nod nodding
    | gjenta* en_gang_til om_igjen saktere peke peker tegne tegner nikke nikker
    | повтор* перепит* ще_раз повільніше жест* показую_пальцем малюва* киваю`,
  reply: `reply replied response feedback called_back ring_back inbox silence_since heard_back heard_nothing
    | svar svarer tilbakemeld* ringte_tilbake innboks* hørte_ingenting
    | відповідь відповіді відповіли передзвонил* озвал* пошті_мовчанка`,
  papers: `papers documents paperwork attachment deadline portal registry certificate_of tax_card contract_signed notice union tariff
    | papirer papirene dokument* vedlegg frist portal* skattekort* fagforening* tariff* oppsigelsestid
    | документ* папер* вкладен* термін портал* податков* профспілк* тариф*`,
  training: `course courses training apprentice* bootcamp internship workshop placement trial probation
    | kurs kurset opplæring lærling* bootcamp* praksis* prøvetid* prøvedag* læretid
    | курс курси курсів навчання учнівств* стажуванн* практик* випробувальн* пробний`,
  pay: `pay paid unpaid salary salaries wages wage income raise money_for | lønn* betalt ulønnet inntekt* tjene* lønnsøkning | зарплат* платн* оплачува* дохід* заробля*`,
  count: `one two three four five six seven ten twelve fifteen twenty thirty forty fifty hundred dozens many again_and
    | én to tre fire fem seks sju ti tolv femten tjue tretti førti femti hundre mange dusinvis
    | один два три чотири п'ять шість сім десять дванадцять п'ятнадцять двадцять тридцять сорок п'ятдесят сто багато десятки`,
};
