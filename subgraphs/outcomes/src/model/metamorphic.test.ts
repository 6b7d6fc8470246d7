import { describe, expect, test } from 'vitest';
import { loadScorer } from './local-model.ts';

interface Cases {
  readonly carries: readonly string[];
  readonly neutral: readonly string[];
  readonly names: readonly (readonly [string, string])[];
  /** A statement, and its denial. */
  readonly negated: readonly (readonly [string, string])[];
}

/** What must not matter to a score does not, and what must does. */
const scorer = loadScorer();

const CASES: Readonly<Record<'en' | 'no' | 'uk', Cases>> = {
  en: {
    carries: [
      'I am not afraid of speaking up any more.',
      'My mentor Emma helped me to write my CV and I got the job.',
      'I have no friends here and I feel lonely.',
      'I understand almost everything on the radio now.',
      'I can not follow when they speak fast.',
      'They rejected my application, it is number 12 already.',
      'The neighbours invited us and now we are good friends.',
    ],
    neutral: ['The meeting was on Tuesday.', 'We drank tea.', 'It rained all day.'],
    names: [['Emma', 'Kateryna']],
    negated: [
      ['I got the job.', 'I did not get the job.'],
      ['I understand everything.', 'I do not understand anything.'],
      ['I am afraid of speaking.', 'I am not afraid of speaking.'],
      ['I have friends here.', 'I have no friends here.'],
    ],
  },
  no: {
    carries: [
      'Jeg er ikke redd for å snakke lenger.',
      'Mentoren min Kari hjalp meg med CV-en, og jeg fikk jobben.',
      'Jeg har ingen venner her og føler meg ensom.',
      'Jeg forstår nesten alt på radioen nå.',
      'Jeg klarer ikke å følge med når de snakker fort.',
      'Jeg fikk avslag på søknaden, nummer 12 allerede.',
      'Naboene inviterte oss, og nå er vi gode venner.',
    ],
    neutral: ['Møtet var på tirsdag.', 'Vi drakk te.', 'Det regnet hele dagen.'],
    names: [['Kari', 'Oksana']],
    negated: [
      ['Jeg fikk jobben.', 'Jeg fikk ikke jobben.'],
      ['Jeg forstår alt.', 'Jeg forstår ikke noe.'],
      ['Jeg er redd for å snakke.', 'Jeg er ikke redd for å snakke.'],
      ['Jeg har venner her.', 'Jeg har ingen venner her.'],
    ],
  },
  uk: {
    carries: [
      'Я більше не боюся говорити.',
      'Менторка Оксана допомогла мені з резюме, і я отримала роботу.',
      'У мене тут немає друзів, почуваюся самотньо.',
      'Тепер розумію майже все по радіо.',
      'Не встигаю за ними, коли говорять швидко.',
      'Знову відмова на мою заявку, вже 12-та.',
      'Сусіди запросили нас, і тепер ми добрі друзі.',
    ],
    neutral: ['Зустріч була у вівторок.', 'Ми пили чай.', 'Цілий день дощило.'],
    names: [
      ['Оксана', 'Інґрід'],
      ['Оксана', 'Тетяна'],
    ],
    negated: [
      ['Я отримала роботу.', 'Я не отримала роботу.'],
      ['Я все розумію.', 'Я нічого не розумію.'],
      ['Я боюся говорити.', 'Я не боюся говорити.'],
      ['У мене тут є друзі.', 'У мене тут немає друзів.'],
    ],
  },
};

describe.each(Object.entries(CASES))('in %s', (language, { carries, neutral, names, negated }) => {
  const labels = (text: string) =>
    scorer.score(text, { language }).scores.map((score) => `${score.dimension}:${score.direction}`);

  test.each(carries)('"%s" carries something, whatever stands around it', (text) => {
    expect(labels(text)).not.toEqual([]);
    for (const sentence of neutral) {
      expect(labels(`${text} ${sentence}`)).toEqual(labels(text));
      expect(labels(`${sentence} ${text}`)).toEqual(labels(text));
    }
  });

  test.each(carries)('"%s" says the same to whom it is about, how often, and how loud', (text) => {
    for (const [name, other] of names) expect(labels(text.replaceAll(name, other))).toEqual(labels(text));
    expect(labels(text.replaceAll('12', '31'))).toEqual(labels(text));
    expect(labels(text.toUpperCase())).toEqual(labels(text));
    expect(labels(text.toLowerCase())).toEqual(labels(text));
    expect(labels(text.replace(/\.$/, ''))).toEqual(labels(text));
    expect(labels(text.replace(/\.$/, '!!!'))).toEqual(labels(text));
    expect(labels(` ${text}\n`)).toEqual(labels(text));
  });

  test.each(negated)('"%s" is no "%s"', (text, denied) => {
    expect(labels(text)).not.toEqual([]);
    expect(labels(denied)).not.toEqual(labels(text));
  });

  test.each(neutral)('"%s" carries nothing', (sentence) => {
    expect(labels(sentence)).toEqual([]);
  });
});
