import { useTranslation } from 'react-i18next';
import { ScrollArea } from '../controls/scroll-area.tsx';
import type { SroiOutcomeOfFragment } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';

/** A bar for each assumption from the ratio at its one end to that at its other; longest first. The numbers stand beside it. */
export function SensitivityTable({ scenario, titles }: { scenario: SroiOutcomeOfFragment; titles: readonly string[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { ratio, sensitivity } = scenario;
  if (ratio === null || sensitivity.length === 0) return null;
  const ends = sensitivity.flatMap(({ ratioAtLow, ratioAtHigh }) => [ratioAtLow ?? ratio, ratioAtHigh ?? ratio]);
  const [min, max] = [Math.min(...ends, ratio), Math.max(...ends, ratio)];
  const place = (value: number) => (max === min ? 50 : ((value - min) / (max - min)) * 100);
  return (
    <div className="grid gap-2">
      <h3 className="text-14 font-strong text-ink">{t('socialReturn.sensitivity')}</h3>
      <p className="text-12 text-muted">{t('socialReturn.sensitivityNote')}</p>
      <ScrollArea name={t('socialReturn.sensitivity')} className="max-h-96 overflow-auto">
        <table className="w-full border-collapse text-13">
          <thead className="sr-only">
            <tr>
              <th scope="col">{t('socialReturn.assumption')}</th>
              <th scope="col">{t('socialReturn.ratioAtHigh')}</th>
              <th scope="col">{t('socialReturn.ratioAtLow')}</th>
            </tr>
          </thead>
          <tbody>
            {sensitivity.map(({ outcome, assumption, low, high, ratioAtLow, ratioAtHigh }) => {
              const worse = ratioAtHigh ?? ratio;
              const better = ratioAtLow ?? ratio;
              return (
                <tr key={`${outcome}.${assumption}`} className="border-b border-line last:border-b-0">
                  <th scope="row" className="py-2 pr-3 text-left font-regular text-soft">
                    <span className="block">{t(`sroiAssumption.${assumption}`)}</span>
                    <span className="block text-12 text-muted">
                      {outcome !== null && titles.length > 1 && `${titles[outcome] || outcome + 1} · `}
                      {t('socialReturn.between', { low: format.percent(low), high: format.percent(high) })}
                    </span>
                    <span aria-hidden="true" className="relative mt-1 block h-2 rounded-full bg-pressed">
                      <span
                        className="absolute inset-y-0 rounded-full bg-accent-mark/70"
                        style={{ left: `${place(worse)}%`, width: `${Math.max(place(better) - place(worse), 0.5)}%` }}
                      />
                      <span className="absolute -inset-y-0.5 w-px bg-ink" style={{ left: `${place(ratio)}%` }} />
                    </span>
                  </th>
                  <td className="w-12 py-2 text-right align-bottom text-ink">{format.level(worse)}</td>
                  <td className="w-12 py-2 pl-2 text-right align-bottom text-ink">{format.level(better)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollArea>
    </div>
  );
}
