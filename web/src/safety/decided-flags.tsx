import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { Panel } from '../controls/panel.tsx';
import type { SafetyFlagCardFragment } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';

/** What was decided; each can be appealed against once. */
export function DecidedFlags({ flags, onAppeal }: DecidedFlagsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Panel title={t('safety.decided')} note={t('safety.decidedNote')}>
      <ul className="grid">
        {flags.map((flag) => {
          const last = flag.reviews?.at(-1);
          return (
            <li key={flag.id} className="flex items-center gap-3 border-b border-line py-2 last:border-0">
              <span className="grid min-w-0 flex-1">
                <span className="text-14 text-ink [overflow-wrap:anywhere]">
                  {t(`safetyCategory.${flag.category}`)}
                  {flag.snippet !== null && <span className="text-soft">: {flag.snippet}</span>}
                </span>
                <span className="text-12 text-muted">
                  {t(`safetyStatus.${flag.status}`)} · {format.dateTime(last?.madeAt ?? flag.raisedAt)}
                </span>
              </span>
              {mayAppeal(flag) && (
                <Button look="quiet" onClick={() => onAppeal(flag)}>
                  {t('safety.appeal')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

function mayAppeal({ status, reviews }: SafetyFlagCardFragment): boolean {
  return (status === 'UPHELD' || status === 'DISMISSED') && !reviews?.some(({ act }) => act === 'APPEALED');
}

interface DecidedFlagsProps {
  readonly flags: readonly SafetyFlagCardFragment[];
  readonly onAppeal: (flag: SafetyFlagCardFragment) => void;
}
