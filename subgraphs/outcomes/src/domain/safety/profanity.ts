import { type Signal, wholeWords } from './safety-signal.ts';

/** Coarse words; aimed at somebody they weigh more. English, Norwegian, Ukrainian (with the Russian ones heard in it). */
export const profanity: readonly Signal[] = [
  {
    severity: 'low',
    pattern: wholeWords(
      'f+u+c+k+\\p{L}*|fuk(?:k|king|ker|kings)|f[*#]+c?k\\p{L}*|motherf\\p{L}+|wtf|stfu|(?:bull|horse)?sh[i*]+t(?:s|ty|ting|show)?|ass?holes?|arseholes?|bitch(?:es|y)?|bastards?|c[u*]nts?|dickheads?|wankers?|twats?|pricks?|piss(?:ed)? off|bollocks',
      'f+a+en|fæ+n|helvete\\p{L}*|jævla|jævel|jævlig\\p{L}*|j[*]+vla|fitt[ae]\\p{L}*|kukk?(?:en|er)?|forpult\\p{L}*|forbanna(?:de|t)?|drittsekk\\p{L}*|rasshøl\\p{L}*|ræv?høl\\p{L}*|hor[ae](?:unge\\p{L}*)?|satan',
      'бля(?:дь|ть|ха|дськ\\p{L}*)?|х[у*]й(?:ня|ню|ні|ло)?|хуй?ов\\p{L}*|(?:на|по|о)хуй|п[иі*]зд\\p{L}*|(?:за|ви|від|роз|про|на|до)?[їє]б(?:а|у|л|е|ну)\\p{L}*|йоб\\p{L}*|сук[аоиу]|курв[аиуо]\\p{L}*|мудак\\p{L}*|мудил\\p{L}*|довбойоб\\p{L}*|гівн\\p{L}*|лайн[оаом]+|сран\\p{L}+|срак[аиу]|падл[оаю]',
    ),
    unless: wholeWords('word', 'ordet', 'слово', 'banneord', 'swear ?words?', 'лайка'),
  },
  {
    severity: 'medium',
    pattern: wholeWords(
      "f+u+c*k+ (?:you|u|off|them|him|her)|screw you|go to hell|you(?: are|'re)? (?:an? )?(?:\\p{L}+ )?(?:idiot|moron|bitch|ass?hole|bastard|cunt|piece of shit)|son of a bitch|shut the \\p{L}+ up",
      'dra til helvete|faen ta (?:deg|dere|han|henne)|hold kjeft\\p{L}*|(?:din|ditt) (?:\\p{L}+ )?(?:idiot|drittsekk|hore|svin|fitte|jævel|rasshøl|kuk)',
      'іди на ?хуй|пішов (?:ти )?на ?хуй|йди нахуй|пішла нахуй|йди в сраку|заткни(?:сь|ся)|заткни пельку|ти (?:\\p{L}+ )?(?:ідіот\\p{L}*|мудак|сука|дебіл\\p{L}*|курва|падлюка|тварюка)|(?:їб|єб|йоб)\\p{L}* твою мать',
    ),
  },
];
