import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { Panel } from '../controls/panel.tsx';
import type { CheckThemeQuery } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';

type Check = NonNullable<CheckThemeQuery['checkTheme']>;
type Contrast = Check['contrasts'][number];

/** What the server finds when it saves, said while one still chooses, with colours that hold one press away. */
export function ContrastPanel({ check, refused, onCorrect }: ContrastPanelProps) {
  const { t } = useTranslation();
  const { contrasts, proposal } = check;
  return (
    <Panel title={t('companyTheme.contrast')} note={t('companyTheme.contrastNote')}>
      {proposal !== null && (
        <div
          role={refused ? 'alert' : 'status'}
          className="grid gap-3 rounded-base border border-attention/40 bg-attention-tint p-4"
        >
          <p className="font-medium text-attention">
            {t(refused ? 'companyTheme.notSaved' : 'companyTheme.wouldNotBeSaved')}
          </p>
          <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-13 text-soft">
            {(
              [
                ['primary', proposal.primary],
                ['secondary', proposal.secondary],
              ] as const
            ).map(([which, colour]) => (
              <span key={which} className="inline-flex items-center gap-1.5">
                <span
                  aria-hidden="true"
                  className="size-4 rounded-full border border-line"
                  style={{ background: colour }}
                />
                {t(`companyTheme.${which}`)}: <span className="font-mono">{colour}</span>
              </span>
            ))}
          </p>
          <div>
            <Button
              icon="check"
              onClick={() => onCorrect({ primary: proposal.primary, secondary: proposal.secondary })}
            >
              {t('companyTheme.correct')}
            </Button>
          </div>
        </div>
      )}
      <ContrastTable contrasts={contrasts} />
    </Panel>
  );
}

function ContrastTable({ contrasts }: { contrasts: readonly Contrast[] }) {
  const { t } = useTranslation();
  const uses = [...new Set(contrasts.map(({ use }) => use))];
  return (
    <table className="w-full border-collapse text-13">
      <thead>
        <tr className="border-b border-line-strong text-left text-muted">
          <th scope="col" className="py-2 pr-3 font-medium">
            {t('companyTheme.use')}
          </th>
          {looks.map((look) => (
            <th key={look} scope="col" className="py-2 pr-3 font-medium">
              {t(`themeLook.${look}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {uses.map((use) => (
          <tr key={use} className="border-b border-line align-top last:border-b-0">
            <th scope="row" className="py-2 pr-3 text-left font-regular">
              {t(`themeUse.${use}`)}
            </th>
            {looks.map((look) => (
              <td key={look} className="py-2 pr-3">
                <Ratio contrast={contrasts.find((one) => one.use === use && one.look === look)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Rounded down: 4.49 is not 4.5. */
function Ratio({ contrast }: { contrast: Contrast | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (contrast === undefined) return null;
  const { ratio, required } = contrast;
  return (
    <>
      <span className="block tabular-nums whitespace-nowrap">{format.hours(Math.floor(ratio * 10) / 10)} : 1</span>
      {ratio >= required ? (
        <span className="text-12 text-good">{t('companyTheme.holds')}</span>
      ) : (
        <span className="text-12 font-medium text-bad">
          {t('companyTheme.tooLow', { least: format.hours(required) })}
        </span>
      )}
    </>
  );
}

const looks = ['LIGHT', 'DARK'] as const;

interface ContrastPanelProps {
  readonly check: Check;
  /** The server has just said no to these colours. */
  readonly refused: boolean;
  readonly onCorrect: (proposal: { primary: string; secondary: string }) => void;
}
