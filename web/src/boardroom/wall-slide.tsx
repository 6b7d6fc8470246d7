import { useTranslation } from 'react-i18next';
import { changeOf } from '../dashboard/change.ts';
import { absenceWords, changeWords, digitsOf, metricWords, unitWords, valueWords } from '../dashboard/metric-words.ts';
import { useFormat } from '../language/use-format.ts';
import { inputWords } from '../why/formula-words.ts';
import type { Slide } from './slides.ts';
import { WallLine } from './wall-line.tsx';

/** One number: what it is, how it moves, and below it what it stands on. */
export function WallSlide({ slide: { series, now } }: { slide: Slide }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  return (
    <article className="grid min-h-0 grid-rows-[auto_auto_minmax(0,1fr)_auto] gap-[2.5vh] motion-safe:animate-[fade-in_200ms]">
      <h2 className="text-[max(1.5rem,5vmin)] leading-tight font-medium text-soft">{metricWords(t, series)}</h2>
      {now.value === null ? (
        <p className="max-w-[30ch] text-[max(1.5rem,5vmin)] leading-snug text-ink">{absenceWords(t, now.absence)}</p>
      ) : (
        <div className="grid gap-[1.5vh]">
          <p className="flex flex-wrap items-baseline gap-x-[2vw]">
            <span className="text-[min(19vw,34vh)] leading-none font-strong tracking-tight text-ink tabular-nums">
              {valueWords(format, series.name, now.value)}
            </span>
            <span className="text-[max(1.25rem,4.5vmin)] text-muted">{unitWords(t, series.name, now.value)}</span>
          </p>
          <ChangeLine series={series} />
        </div>
      )}
      <div className="grid min-h-0">
        <WallLine series={series} />
      </div>
      <p className="border-t border-line pt-[1.5vh] text-[max(0.875rem,2vmin)] text-pretty text-muted">
        {[
          ...now.lineage.inputs
            .slice(0, 4)
            .map(
              ({ name, value }) =>
                `${inputWords(t, i18n, name)}: ${value >= 1000 ? format.whole(value) : format.precise(value)}`,
            ),
          now.lineage.formulaVersion,
          t('boardroom.asOf', { time: format.moment(now.computedAt) }),
        ].join(' · ')}
      </p>
    </article>
  );
}

function ChangeLine({ series }: Pick<Slide, 'series'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const change = changeOf(series, new Date(), digitsOf[series.name]);
  if (change === null) return null;
  const words = changeWords(t, format, series.name, change);
  return (
    <p className="text-[max(1.125rem,3.4vmin)] leading-snug text-muted">
      <span className="text-soft">{words.latest}</span> · {words.change}
    </p>
  );
}
