import { describe, expect, test } from 'vitest';
import { redactSnippet } from '../domain/q2q/redact-snippet.ts';
import { locateFindings } from '../domain/safety/locate-findings.ts';
import { loadScorer } from './local-model.ts';

/** Made-up people in texts that carry outcomes and alarms: nothing that is kept names or reaches them. */
const scorer = loadScorer();
const random = sequence(20261121);

describe.each(['no', 'uk', 'en'] as const)('with people as in %s', (country) => {
  test('no snippet of evidence or of a flag holds a name, an address, a number or an id', () => {
    let [snippets, flagged] = [0, 0];
    for (let n = 0; n < 400; n += 1) {
      const person = newPerson(country);
      const text = pick(SENTENCES[country])(person);
      const scored = scorer.score(text).scores.map(({ evidence }) => evidence.snippet);
      const found = locateFindings(text).map(({ snippet }) => snippet);
      for (const snippet of [...scored, ...found, redactSnippet(text)])
        for (const secret of secretsOf(person)) expect(snippet, text).not.toContain(secret);
      snippets += scored.length;
      flagged += found.length;
    }
    expect(snippets).toBeGreaterThan(150);
    expect(flagged).toBeGreaterThan(100);
  });
});

test('places, days, languages and tools stay readable', () => {
  for (const text of [
    'We met in Oslo on Monday and spoke Norwegian over Zoom.',
    'Jeg fikk jobb i Tromsø i desember, etter kurset hos NAV.',
    'Переїхала зі Львова до Бергена перед Великоднем.',
    'I rang the doctor. Then I cried.',
  ])
    expect(redactSnippet(text)).toBe(text);
});

type Country = 'no' | 'uk' | 'en';

interface Person {
  readonly given: string;
  readonly family: string;
  readonly mail: string;
  readonly phone: string;
  readonly id: string;
}

const SENTENCES: Readonly<Record<Country, readonly ((person: Person) => string)[]>> = {
  no: [
    (p) => `Jeg fikk jobben takket være ${p.given} ${p.family}, og nå ringer jeg selv på ${p.phone}.`,
    (p) => `Mentoren min ${p.given} hjalp meg med CV-en, skriv til ${p.mail}`,
    (p) => `Jeg er ikke ensom lenger, ${p.given} ${p.family} er vennen min. Fødselsnummeret mitt er ${p.id}.`,
    (p) => `Nå forstår jeg alt ${p.given} sier på telefonen ${p.phone}!`,
    (p) => `Jeg tør å snakke med ${p.given} ${p.family} (${p.mail}), ID ${p.id}`,
  ],
  uk: [
    (p) => `Я отримала роботу завдяки пані ${p.given} ${p.family}, дзвоніть ${p.phone}.`,
    (p) => `Більше не боюся говорити, менторка ${p.given} допомогла, її пошта ${p.mail}`,
    (p) => `Я тут не самотня, бо маю подругу ${p.given} ${p.family}. Мій ІПН ${p.id}`,
    (p) => `Тепер розумію все, що каже ${p.given} по телефону ${p.phone}!`,
    (p) => `Наважилася подзвонити, і ${p.given} ${p.family} відповіла: документ ${p.id}, адреса ${p.mail}.`,
  ],
  en: [
    (p) => `I got the job thanks to ${p.given} ${p.family}, ring me on ${p.phone}.`,
    (p) => `My mentor ${p.given} helped me to write my CV, mail ${p.mail}`,
    (p) => `I am not lonely any more, my friend ${p.given} ${p.family} visits. My number is ${p.id}.`,
    (p) => `Now I understand everything that ${p.given} says on the phone, ${p.phone}!`,
    (p) => `I dared to call ${p.given} ${p.family} (${p.mail}) and gave my insurance number ${p.id}`,
  ],
};

function newPerson(country: Country): Person {
  const given = pick(GIVEN[country]);
  const family = pick(FAMILY[country]);
  const mail = `${pick(['x', 'post', 'kontakt', 'me'])}.${digits(4)}@${pick(['example.no', 'mail.example.ua', 'example.co.uk'])}`;
  return { given, family, mail, phone: pick(PHONES[country])(), id: pick(IDS[country])() };
}

function secretsOf({ given, family, mail, phone, id }: Person): readonly string[] {
  return [given, family, mail, phone, id];
}

/** Common and uncommon ones: the second half stands in no list of names. */
const GIVEN: Readonly<Record<Country, readonly string[]>> = {
  no: ['Kari', 'Bjørn', 'Ingrid', 'Torgrim', 'Borghild', 'Åsmund'],
  uk: ['Оксана', 'Тетяна', 'Олена', 'Мелашка', 'Устина', 'Євдокія'],
  en: ['Emma', 'James', 'Sarah', 'Thaddeus', 'Rosalind', 'Ottoline'],
};
const FAMILY: Readonly<Record<Country, readonly string[]>> = {
  no: ['Nordmann', 'Haugen', 'Bakke-Lie', 'Ødegård'],
  uk: ['Петренко', 'Шевчук', 'Нечуй-Левицька', 'Коваль'],
  en: ['Smith', 'Featherstone', 'Okonkwo', 'Baker-Jones'],
};
const PHONES: Readonly<Record<Country, readonly (() => string)[]>> = {
  no: [
    () => `+47 9${digits(2)} ${digits(2)} ${digits(3)}`,
    () => `4${digits(7)}`,
    () => `22 ${digits(2)} ${digits(2)} ${digits(2)}`,
  ],
  uk: [
    () => `+380 67 ${digits(3)} ${digits(2)} ${digits(2)}`,
    () => `050${digits(7)}`,
    () => `(044) ${digits(3)}-${digits(2)}-${digits(2)}`,
  ],
  en: [
    () => `+44 7${digits(3)} ${digits(6)}`,
    () => `07${digits(3)} ${digits(6)}`,
    () => `020 ${digits(4)} ${digits(4)}`,
  ],
};
const IDS: Readonly<Record<Country, readonly (() => string)[]>> = {
  no: [
    () => `0${1 + whole(9)}${pick(['01', '12', '41', '52', '81', '92'])}${digits(2)}${digits(5)}`,
    () => `150385 ${digits(5)}`,
  ],
  uk: [
    () => `3${digits(9)}`,
    () => `АВ ${digits(6)}`,
    () => `КС${digits(6)}`,
    () => `19850315-${digits(5)}`,
    () => `00${digits(7)}`,
  ],
  en: [
    () => `AB ${digits(2)} ${digits(2)} ${digits(2)} C`,
    () => `JK${digits(6)}D`,
    () => `${digits(3)}-${digits(2)}-${digits(4)}`,
  ],
};

function pick<T>(from: readonly T[]): T {
  return from[whole(from.length)] as T;
}

function digits(count: number): string {
  return Array.from({ length: count }, () => whole(10)).join('');
}

function whole(below: number): number {
  return Math.floor(random() * below);
}

/** The same people in every run. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
