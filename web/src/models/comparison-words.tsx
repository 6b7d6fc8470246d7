import { useTranslation } from 'react-i18next';
import type { ComparisonFieldsFragment } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import { useIntervalWords } from './use-interval-words.ts';

/** Whether two models differ by more than chance, and by how much. */
export function ComparisonWords({ compared, candidate, baseline }: ComparisonWordsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useIntervalWords();
  const { pValue, midP, texts, onlyCandidateRight, onlyBaselineRight, difference } = compared;
  return (
    <div className="grid gap-1 text-14 text-soft">
      <p className="font-medium text-ink">
        {t(pValue < SIGNIFICANT ? 'models.differs' : 'models.sameWithinChance', {
          ...{ p: format.precise(pValue), midP: format.precise(midP) },
        })}
      </p>
      <p>
        {t('models.onlyRight', {
          ...{ texts: format.whole(texts), candidate, baseline },
          onlyCandidate: format.whole(onlyCandidateRight),
          onlyBaseline: format.whole(onlyBaselineRight),
        })}
      </p>
      {difference && <p>{t('models.difference', { difference: words(difference) })}</p>}
    </div>
  );
}

/** The usual bar for one test; whoever makes many comparisons will find one below it by chance. */
const SIGNIFICANT = 0.05;

interface ComparisonWordsProps {
  readonly compared: ComparisonFieldsFragment;
  readonly candidate: string;
  readonly baseline: string;
}
