import { useTranslation } from 'react-i18next';
import { absenceWords } from '../dashboard/metric-words.ts';
import { TermTip } from '../help/term-tip.tsx';
import { termOfAbsence } from '../help/terms.ts';

/** Where a drawing would be: why there is none. */
export function NoNumber({ absence }: { absence: string | null }) {
  const { t } = useTranslation();
  const term = termOfAbsence(absence);
  return (
    <div className="flex items-start gap-1">
      <p className="max-w-[48ch] text-13 text-muted">{absenceWords(t, absence)}</p>
      {term !== undefined && <TermTip term={term} />}
    </div>
  );
}
