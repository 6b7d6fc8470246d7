import { type Signal, wholeWords } from './safety-signal.ts';

/** Text that speaks to a model instead of to people. */
export const promptInjection: readonly Signal[] = [
  {
    severity: 'high',
    pattern: wholeWords(
      '(?:ignore|disregard|forget|override|bypass|skip) (?:all |any |the |your |these |everything )*(?:of )?(?:the |your )?(?:previous|prior|above|earlier|preceding|system|former|existing)? ?(?:instructions?|prompts?|guidelines?|(?:safety )?rules given|directives|programming)',
      '(?:ignore|disregard|forget) (?:everything|all) (?:above|before this|you (?:were|have been) told|that came before)',
      "you are now (?:a|an|in|the|free|dan|no longer)|from now on,? you(?: are| will|'re|'ll)? (?:act|be|a|an|answer|respond|only|must)|pretend (?:to be|you are|that you are) (?:an? )?(?:ai|assistant|model|unrestricted|dan|admin\\p{L}*|different)|act as (?:an? )?(?:unrestricted|unfiltered|system|ai|admin\\p{L}*|dan|developer mode)|developer mode|jailbreak\\p{L}*",
      '(?:reveal|print|show|repeat|output|leak|tell me|give me) (?:me )?(?:all )?(?:the |your )?(?:system|initial|hidden|secret|original) (?:prompt|instructions?|message|rules)|(?:api|secret) keys? (?:of|for|in) (?:the|your|this)',
      '(?:set|give|assign|mark|rate|score|return|output|report) (?:this|the|all|every|me|it|a)(?: \\p{L}+)* (?:scores?|levels?|dimensions?|confidence|rating|label|json)(?: \\p{L}+)* (?:to|as|of|with|at) (?:the )?(?:1(?:\\.0)?|100|maximum|max|highest|gain|positive|perfect)|(?:classify|label|score|rate) this (?:text|feedback|message|comment|review|answer) as|as an ai (?:language )?model,? (?:you|ignore|your)|dear (?:ai|model|llm|assistant|chatgpt|gpt|claude)|(?:note|message|instructions?) (?:to|for) (?:the )?(?:ai|llm|model|language model|assistant|classifier|grader|bot)',
      '(?:ignorer|glem|overse|se bort fra|overstyr) (?:alle |alt |de |dine |tidligere |foregående |ovenstående |systemets? )*(?:instruks\\p{L}*|instruksjon\\p{L}*|beskjeder|ordrer|systemmelding\\p{L}*|regler du|retningslinj\\p{L}*|(?:du har fått|som står over|ovenfor))',
      'du er nå (?:en|et|ikke lenger|fri|i)(?= (?:ki|ai|modell|assistent|robot|utvikler\\p{L}*|bundet|fra|dan|hacker|system\\p{L}*|ufiltrert))|fra nå av (?:skal du|er du|svarer du|må du)|lat som (?:om )?du er (?:en |et )?(?:ki|ai|modell|assistent|admin\\p{L}*|ufiltrert)|(?:vis|skriv ut|avslør|gjenta|gi meg) (?:meg )?(?:hele |den |din |de )*(?:systemprompt\\p{L}*|systemmelding\\p{L}*|systeminstruks\\p{L}*|skjulte instruks\\p{L}*|instruksene dine|prompten)|(?:sett|gi|marker|vurder|skår) (?:denne|alle|dette|teksten|meg)(?: \\p{L}+)* (?:poeng|skår|score\\p{L}*|nivå\\p{L}*|dimensjon\\p{L}*|karakter\\p{L}*)(?: \\p{L}+)* (?:til|som|lik|på) (?:1|100|maks\\p{L}*|høyest\\p{L}*|gevinst)|kjære (?:ki|ai|modell|språkmodell|assistent)|(?:beskjed|melding|instruks) til (?:ki|ai|modellen|språkmodellen|assistenten|systemet|roboten)',
      '(?:ігноруй\\p{L}*|проігноруй\\p{L}*|забудь\\p{L}*|відкинь\\p{L}*|обійди) (?:про )?(?:всі |усі |все |усе |свої |твої |попередні |минулі |системні |вищезазначені |наведені )*(?:інструкці\\p{L}*|вказівк\\p{L}*|настанов\\p{L}*|промпт\\p{L}*|команд\\p{L}*|що було вище|що тобі казали|правила,? які)',
      '(?:тепер|віднині) ти (?:[–—-] )?(?:не |вже не )?(?:ші|штучний інтелект|модель|асистент|помічник без|вільн\\p{L}+ від|адміністратор|хакер|dan|маєш відповідати|відповідаєш|будеш)|(?:вдай|вдавай|уяви),? (?:що|ніби) ти (?:[–—-] )?(?:ші|модель|асистент|адмін\\p{L}*|інший|без обмежень)|(?:покажи|виведи|розкрий|повтори|надрукуй|дай)(?: мені)? (?:свій |твій |весь |свої |повний )*(?:системн\\p{L}+ (?:промпт|інструкці\\p{L}*|повідомлення|запит)|прихован\\p{L}+ (?:інструкці\\p{L}*|промпт)|промпт)|(?:постав|став|познач|оціни|поверни|признач)(?:те|и)? (?:цьому|цей|ці|усі|всі|мені|цю)(?: \\p{L}+)* (?:оцінк\\p{L}+|бал\\p{L}*|рівн\\p{L}+|показник\\p{L}*|вимір\\p{L}*|текст|відгук)(?: \\p{L}+)* (?:на|як|в|до) (?:1|100|максим\\p{L}*|найвищ\\p{L}*|gain|позитивн\\p{L}*)|(?:шановн\\p{L}+|дорог\\p{L}+) (?:ші|штучн\\p{L}+ інтелект\\p{L}*|модел\\p{L}+|чатботе|асистенте)|(?:повідомлення|інструкці\\p{L}+|вказівк\\p{L}+) для (?:ші|моделі|штучного інтелекту|асистента|бота|мовної моделі)',
    ),
    unless: wholeWords('ikea', 'recipe', 'oppskrift\\p{L}*', 'рецепт\\p{L}*', 'shelf', 'furniture'),
  },
  // Markup of chat formats, and pictures that would carry text away.
  {
    severity: 'high',
    pattern:
      /<\|(?:im_start|im_end|system|user|assistant|endoftext)\|>|\[\/?(?:inst|sys(?:tem)?)\]|<<\/?sys>>|<\/?(?:system|assistant|instructions?|prompt)>|#{2,} ?(?:system|instruction|new instructions?|assistant)\b|!\[[^\]]*\]\(https?:\/\/[^)]*[?&][^)]*\)/u,
  },
  { severity: 'medium', pattern: /(?:^|\n|["'{])\s*(?:system|assistant|developer)\s*["']?\s*:\s*["']?\S/u },
  {
    severity: 'medium',
    pattern:
      /"?(?:dimension|direction|confidence|level)"?\s*:\s*"?(?:gain|setback|1(?:\.0)?|0\.\d+|confidence|belonging|lang_level_proxy|job_readiness)"?/u,
  },
];

/**
 * Words in tag characters (U+E0020..E007E), which no reader sees and a model reads. The flags of England, Scotland and Wales
 * are written with them behind a black flag.
 */
export function hasHiddenWords(text: string): boolean {
  return /(?:[\u{E0020}-\u{E007E}]){3,}/u.test(text.replace(/\u{1F3F4}[\u{E0020}-\u{E007F}]+/gu, ''));
}
