import { useTranslation } from 'react-i18next';
import { CopyButton } from '../controls/copy-button.tsx';
import { ModalDrawer } from '../controls/modal-drawer.tsx';
import type { OperationRowFragment } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import { OperationText } from './operation-text.tsx';
import { ProblemLine } from './problem-list.tsx';

/** One operation: its id, its text, what is to be mended about it, and on which days it was called. */
export function OperationDrawer({ operation, onClose }: { operation: OperationRowFragment; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, name, kind, body, cost, problems, deprecations, usage } = operation;
  return (
    <ModalDrawer title={name} subtitle={t(`operationKind.${kind}`)} onClose={onClose}>
      <div className="grid gap-5">
        {problems.length > 0 && (
          <section className="grid gap-2 rounded-base bg-bad-tint p-3">
            <h3 className="font-medium text-bad">{t('operations.unfit')}</h3>
            <ul className="grid gap-2">
              {problems.map((problem) => (
                <ProblemLine key={`${problem.code} ${problem.message}`} problem={problem} />
              ))}
            </ul>
          </section>
        )}
        {deprecations.length > 0 && (
          <section className="grid gap-1 rounded-base bg-attention-tint p-3 text-13">
            <h3 className="font-medium text-attention">{t('operations.deprecated', { count: deprecations.length })}</h3>
            {deprecations.map(({ field, reason }) => (
              <p key={field} className="text-soft">
                <span className="font-mono">{field}</span>: {reason}
              </p>
            ))}
          </section>
        )}
        <section className="grid gap-2">
          <h3 className="font-medium text-ink">{t('operations.id')}</h3>
          <p className="rounded-base bg-sunken p-3 font-mono text-12 break-all">{`sha256:${id}`}</p>
          <div className="flex flex-wrap items-center justify-between gap-2">
            {cost !== null && (
              <p className="text-13 text-muted">{t('operations.cost', { units: format.whole(cost) })}</p>
            )}
            <CopyButton text={`sha256:${id}`} label={t('operations.copyId')} look="secondary" />
          </div>
        </section>
        <OperationText name={t('operations.text')} text={body} />
        <section className="grid gap-2">
          <h3 className="font-medium text-ink">{t('operations.days')}</h3>
          {usage.days.length === 0 ? (
            <p className="text-13 text-muted">{t('operations.never')}</p>
          ) : (
            <Days days={usage.days} />
          )}
        </section>
      </div>
    </ModalDrawer>
  );
}

function Days({ days }: { days: OperationRowFragment['usage']['days'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const most = Math.max(...days.map(({ calls }) => calls));
  return (
    <table className="w-full text-13">
      <thead>
        <tr className="text-left text-12 text-muted">
          <th className="py-1 pr-3 font-medium">{t('operations.day')}</th>
          <th className="py-1 pr-3 text-right font-medium" colSpan={2}>
            {t('operations.calls')}
          </th>
          <th className="py-1 text-right font-medium">{t('operations.errors')}</th>
        </tr>
      </thead>
      <tbody>
        {days.toReversed().map(({ day, calls, errors }) => (
          <tr key={day} className="border-t border-line">
            <th scope="row" className="py-1 pr-3 text-left font-regular whitespace-nowrap">
              {format.day(day)}
            </th>
            <td className="w-full py-1 pr-3" aria-hidden="true">
              <span className="block h-2 rounded-full bg-accent" style={{ width: `${(100 * calls) / most}%` }} />
            </td>
            <td className="py-1 pr-3 text-right tabular-nums">{format.whole(calls)}</td>
            <td className={`py-1 text-right tabular-nums ${errors > 0 ? 'text-bad' : ''}`}>{format.whole(errors)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
