/** Topics beside the outcome dimensions, by a small lexicon in English, Norwegian and Ukrainian; in the order of TOPICS. */
export function detectTopics(text: string): readonly Topic[] {
  return TOPICS.filter((topic) => LEXICON[topic].test(text));
}

const TOPICS = ['cv', 'interview', 'pm', 'dev', 'networking', 'mentorship'] as const;
export type Topic = (typeof TOPICS)[number];

/** \b knows only ASCII letters, so words are bounded by "no letter beside". */
const LEXICON: Readonly<Record<Topic, RegExp>> = {
  cv: words(
    'cv(?:-\\p{L}+)?|cvs|résumés?|resumes?|curriculum vitae|cover letters?|søknadsbrev\\p{L}*|резюме|супровідн\\p{L}+ лист\\p{L}*',
  ),
  interview: words('interview\\p{L}*|jobbintervju\\p{L}*|prøveintervju\\p{L}*|intervju\\p{L}*|співбесід\\p{L}*'),
  pm: words(
    'project manage\\p{L}*|projects?|scrum|agile|jira|kanban|backlog|prosjekt\\p{L}*|smidig\\p{L}*|проєкт(?!ор)\\p{L}*|скрам\\p{L}*|аджайл\\p{L}*',
  ),
  dev: words(
    'cod(?:e|ing)|programm(?:ing|ers?)|developers?|software|python|javascript|typescript|java|github|frontend|backend|bootcamp\\p{L}*|koding|kode|kodetest\\p{L}*|programmer(?:ing|er|e|te)|utvikler\\p{L}*|програмув\\p{L}*|програміст\\p{L}*|розробни\\p{L}*|кодув\\p{L}*|код',
  ),
  networking: words(
    'network(?:ing|ed)?|linkedin|contacts|connections|nettverk\\p{L}*|kontakter|нетворк\\p{L}*|лінкедін\\p{L}*|контакт(?:и|ів|ами)|зв.язки',
  ),
  mentorship: words('mentor\\p{L}*|ментор\\p{L}*|наставни\\p{L}*'),
};

function words(pattern: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'iu');
}
