/** Texts that carry outcomes and alarms, about made-up people. The same ones in every run. */
export class MadeUpPeople {
  readonly #draw: Draw;

  constructor(seed: number) {
    this.#draw = drawFrom(seed);
  }

  /** A text as it is written in a country, and everything in it that tells who somebody is. */
  speak(country: Country): { readonly text: string; readonly secrets: readonly string[] } {
    const person = newPerson(country, this.#draw);
    const { given, family, mail, phone, id } = person;
    return { text: this.#draw.pick(SENTENCES[country])(person), secrets: [given, family, mail, phone, id] };
  }
}

export type Country = 'no' | 'uk' | 'en';

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

function newPerson(country: Country, draw: Draw): Person {
  const { pick, digits } = draw;
  const given = pick(GIVEN[country]);
  const family = pick(FAMILY[country]);
  const mail = `${pick(['x', 'post', 'kontakt', 'me'])}.${digits(4)}@${pick(['example.no', 'mail.example.ua', 'example.co.uk'])}`;
  return { given, family, mail, phone: pick(PHONES[country])(draw), id: pick(IDS[country])(draw) };
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
const PHONES: Readonly<Record<Country, readonly ((draw: Draw) => string)[]>> = {
  no: [
    ({ digits }) => `+47 9${digits(2)} ${digits(2)} ${digits(3)}`,
    ({ digits }) => `4${digits(7)}`,
    ({ digits }) => `22 ${digits(2)} ${digits(2)} ${digits(2)}`,
  ],
  uk: [
    ({ digits }) => `+380 67 ${digits(3)} ${digits(2)} ${digits(2)}`,
    ({ digits }) => `050${digits(7)}`,
    ({ digits }) => `(044) ${digits(3)}-${digits(2)}-${digits(2)}`,
  ],
  en: [
    ({ digits }) => `+44 7${digits(3)} ${digits(6)}`,
    ({ digits }) => `07${digits(3)} ${digits(6)}`,
    ({ digits }) => `020 ${digits(4)} ${digits(4)}`,
  ],
};
const IDS: Readonly<Record<Country, readonly ((draw: Draw) => string)[]>> = {
  no: [
    ({ digits, pick, whole }) =>
      `0${1 + whole(9)}${pick(['01', '12', '41', '52', '81', '92'])}${digits(2)}${digits(5)}`,
    ({ digits }) => `150385 ${digits(5)}`,
  ],
  uk: [
    ({ digits }) => `3${digits(9)}`,
    ({ digits }) => `АВ ${digits(6)}`,
    ({ digits }) => `КС${digits(6)}`,
    ({ digits }) => `19850315-${digits(5)}`,
    ({ digits }) => `00${digits(7)}`,
  ],
  en: [
    ({ digits }) => `AB ${digits(2)} ${digits(2)} ${digits(2)} C`,
    ({ digits }) => `JK${digits(6)}D`,
    ({ digits }) => `${digits(3)}-${digits(2)}-${digits(4)}`,
  ],
};

interface Draw {
  pick<T>(from: readonly T[]): T;
  digits(count: number): string;
  whole(below: number): number;
}

function drawFrom(seed: number): Draw {
  let state = seed;
  const whole = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return {
    whole,
    pick: <T>(from: readonly T[]) => from[whole(from.length)] as T,
    digits: (count) => Array.from({ length: count }, () => whole(10)).join(''),
  };
}
