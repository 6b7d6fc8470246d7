import { type Language, locales } from './language.ts';

/** Numbers and times as a reader of the language writes them. Months are calendar months in UTC, as the metrics are. */
export function makeFormat(language: Language) {
  const locale = locales[language];
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const hours = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const level = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const precise = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const certainty = new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 0,
    roundingMode: 'floor',
  });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const shortMonth = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  return {
    whole: (value: number) => whole.format(value),
    hours: (value: number) => hours.format(value),
    level: (value: number) => level.format(value),
    precise: (value: number) => precise.format(value),
    percent: (value: number) => percent.format(value),
    /** Rounded down: a probability of 0.996 is not 100 % sure. */
    certainty: (value: number) => certainty.format(value),
    date: (instant: string) => date.format(new Date(instant)),
    /** A calendar day, which is the same wherever it is read. */
    day: (instant: string) => day.format(new Date(instant)),
    dateTime: (instant: string | Date) => dateTime.format(new Date(instant)),
    time: (instant: string | Date) => time.format(new Date(instant)),
    /** The time of day today, the date and the time before. */
    moment: (instant: string) =>
      new Date(instant).toDateString() === new Date().toDateString()
        ? time.format(new Date(instant))
        : dateTime.format(new Date(instant)),
    /** `2026-11` -> "November 2026" */
    month: (yearMonth: string) => month.format(new Date(`${yearMonth}-01T00:00:00Z`)),
    shortMonth: (yearMonth: string) => shortMonth.format(new Date(`${yearMonth}-01T00:00:00Z`)),
    bytes: (count: number) => bytes(count, locale),
  };
}

export type Format = ReturnType<typeof makeFormat>;

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

function bytes(count: number, locale: string): string {
  const step = count < 1 ? 0 : Math.min(byteUnits.length - 1, Math.floor(Math.log10(count) / 3));
  const whole = step === 0;
  const options = {
    style: 'unit',
    unit: byteUnits[step],
    // The short form of English has no plural.
    unitDisplay: whole ? 'long' : 'short',
    maximumFractionDigits: whole ? 0 : 1,
  } as const;
  return new Intl.NumberFormat(locale, options).format(count / 1000 ** step);
}
