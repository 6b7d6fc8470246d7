import { useTranslation } from 'react-i18next';
import { absenceWords } from '../dashboard/metric-words.ts';

/** Where a drawing would be: why there is none. */
export function NoNumber({ absence }: { absence: string | null }) {
  const { t } = useTranslation();
  return <p className="max-w-[48ch] text-13 text-muted">{absenceWords(t, absence)}</p>;
}
