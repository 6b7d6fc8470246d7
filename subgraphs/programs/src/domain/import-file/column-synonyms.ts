import type { SessionField } from './session-field.ts';

/** Column names in English, Ukrainian and Norwegian, most telling first. Compared by `foldName`, so case and signs do not matter. */
export const COLUMN_SYNONYMS = {
  sessionId: [
    'session_id', 'kintell session id', 'session number', 'session no', 'session', 'external id', 'id',
    'ідентифікатор сесії', 'номер сесії', 'ідентифікатор зустрічі', 'номер зустрічі', 'ідентифікатор',
    'økt-id', 'øktnummer', 'møte-id', 'møtenummer', 'samtale-id', 'sesjons-id', 'sesjonsnummer',
  ],
  sessionType: [
    'session_type', 'type of session', 'session kind', 'programme', 'program', 'type', 'kind', 'category',
    'тип сесії', 'вид сесії', 'тип зустрічі', 'вид зустрічі', 'програма', 'тип', 'вид',
    'økttype', 'type økt', 'møtetype', 'type møte', 'samtaletype', 'sesjonstype', 'kategori',
  ],
  participantEmail: [
    'participant_email', 'participant e-mail address', 'participant', 'learner email', 'mentee email', 'student email', 'email', 'email address',
    'email учасника', 'електронна пошта учасника', 'ел. пошта учасника', 'пошта учасника', 'пошта учасниці', 'адреса учасника', 'учасник', 'електронна пошта',
    'deltaker e-post', 'deltakerens e-post', 'e-post deltaker', 'deltaker epostadresse', 'e-postadresse deltaker', 'deltaker', 'e-post', 'e-postadresse',
  ],
  volunteerEmail: [
    'volunteer_email', 'volunteer e-mail address', 'volunteer', 'mentor email', 'tutor email', 'host email', 'employee email', 'mentor',
    'email волонтера', 'електронна пошта волонтера', 'ел. пошта волонтера', 'пошта волонтера', 'пошта волонтерки', 'адреса волонтера', 'волонтер',
    'frivillig e-post', 'frivilliges e-post', 'e-post frivillig', 'frivillig epostadresse', 'e-postadresse frivillig', 'e-post mentor', 'mentor e-post', 'frivillig',
  ],
  date: [
    'date', 'session_date', 'start', 'started at', 'start time', 'start date', 'date and time', 'datetime', 'date of session', 'scheduled at', 'completed at',
    'дата', 'дата сесії', 'дата зустрічі', 'дата та час', 'дата і час', 'дата й час', 'час початку', 'початок',
    'dato', 'øktdato', 'møtedato', 'dato for møtet', 'dato og tid', 'dato og klokkeslett', 'starttid', 'starttidspunkt', 'tidspunkt',
  ],
  durationMinutes: [
    'duration_min', 'duration minutes', 'duration in minutes', 'duration mins', 'duration', 'minutes', 'mins', 'length min', 'length in minutes',
    'тривалість хв', 'тривалість у хвилинах', 'тривалість в хвилинах', 'тривалість', 'хвилини', 'хвилин',
    'varighet min', 'varighet i minutter', 'varighet minutter', 'varighet', 'lengde min', 'lengde i minutter', 'minutter', 'antall minutter',
  ],
  rating: [
    'rating', 'participant rating', 'session rating', 'score', 'stars', 'grade',
    'оцінка', 'оцінка сесії', 'оцінка зустрічі', 'оцінка учасника', 'рейтинг', 'бал',
    'vurdering', 'karakter', 'poeng', 'stjerner', 'deltakers vurdering', 'poengsum',
  ],
  feedbackText: [
    'feedback_text', 'feedback', 'participant feedback', 'comment', 'comments', 'notes', 'reflection', 'free text',
    'відгук', 'текст відгуку', 'відгук учасника', 'коментар', 'коментарі', 'зворотний зв’язок', 'зворотній зв’язок', 'враження', 'примітки',
    'tilbakemelding', 'tilbakemeldinger', 'tilbakemelding tekst', 'deltakers tilbakemelding', 'kommentar', 'kommentarer', 'merknad', 'merknader', 'refleksjon', 'fritekst',
  ],
  languageLevel: [
    'language_level', 'language proficiency', 'cefr', 'cefr level', 'level',
    'рівень мови', 'мовний рівень', 'рівень володіння мовою', 'рівень',
    'språknivå', 'norsknivå', 'cefr-nivå', 'nivå',
  ],
} satisfies Record<SessionField, readonly string[]>;
