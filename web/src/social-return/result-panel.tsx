import { useTranslation } from 'react-i18next';
import { Panel } from '../controls/panel.tsx';
import { absenceWords } from '../dashboard/metric-words.ts';
import type { SroiOutcomeOfFragment } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import type { AccountDraft } from './account-draft.ts';
import { SensitivityTable } from './sensitivity-table.tsx';

/** The ratio, how far it could be off, and which assumptions it hangs on. */
export function ResultPanel({ scenario, draft, tried }: ResultPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const ratio = scenario?.ratio ?? null;
  return (
    <Panel
      title={t('socialReturn.result')}
      term="sroi"
      note={scenario === null ? t('socialReturn.incomplete') : t(tried ? 'socialReturn.tried' : 'socialReturn.isSaved')}
    >
      {scenario !== null && ratio === null && <p className="text-14 text-muted">{absenceWords(t, scenario.absence)}</p>}
      {scenario !== null && ratio !== null && (
        <>
          <div className="grid gap-1" aria-live="polite">
            <p className="flex flex-wrap items-baseline gap-x-2">
              <span className="text-40 font-strong tracking-tight text-ink">{format.level(ratio)}</span>
              <span className="text-13 text-muted">{t('unit.SROI')}</span>
            </p>
            <p className="text-13 text-muted">
              {t('socialReturn.range', {
                lowest: format.level(scenario.lowest ?? 0),
                highest: format.level(scenario.highest ?? 0),
              })}
            </p>
          </div>
          <dl className="grid grid-cols-[1fr_auto] gap-x-4 text-14">
            {scenario.outcomes.map(({ title, quantity, presentValue }, index) => (
              <div
                // biome-ignore lint/suspicious/noArrayIndexKey: two outcomes may have one title, and their order is theirs
                key={index}
                className="col-span-2 grid grid-cols-subgrid border-b border-line py-1.5"
              >
                <dt className="min-w-0 break-words text-soft">
                  {title || t('socialReturn.outcomeNumber', { number: index + 1 })}
                  <span className="text-12 text-muted">
                    {` · ${t('socialReturn.quantityIs', { quantity: format.precise(quantity ?? 0) })}`}
                  </span>
                </dt>
                <dd className="text-right text-ink">{`${format.whole(presentValue ?? 0)} ${draft.currency}`}</dd>
              </div>
            ))}
          </dl>
          <SensitivityTable scenario={scenario} titles={draft.outcomes.map(({ title }) => title)} />
        </>
      )}
    </Panel>
  );
}

interface ResultPanelProps {
  readonly scenario: SroiOutcomeOfFragment | null;
  readonly draft: AccountDraft;
  /** It is not what is saved. */
  readonly tried: boolean;
}
