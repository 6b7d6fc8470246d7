import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button, buttonClass } from '../controls/button.tsx';
import { Icon } from '../controls/icon.tsx';
import { Panel } from '../controls/panel.tsx';
import { useFirstStepsQuery } from '../generated/hooks.ts';
import { DemoButton } from './demo-button.tsx';
import { type StepId, steps, stepsDone } from './steps.ts';
import { useFirstStepsShown } from './use-first-steps-shown.ts';

/** What a new company does first, ticked off by what has happened in it. Gone once all of it has, or when it is put away. */
export function FirstSteps({ hasNumbers }: { hasNumbers: boolean }) {
  const { t } = useTranslation();
  // Whatever the other pages keep of these lists stays as it is; here they are asked for as they are now.
  const { data } = useFirstStepsQuery({ fetchPolicy: 'no-cache' });
  const show = useFirstStepsShown();
  if (data === undefined) return null;
  const done = stepsDone(data, hasNumbers);
  if (done.size === steps.length) return null;
  const next = steps.find(({ id }) => !done.has(id))?.id;
  return (
    <Panel
      title={t('firstSteps.title')}
      note={t('firstSteps.count', { done: done.size, all: steps.length })}
      actions={
        <Button look="quiet" icon="close" onClick={() => show(false)}>
          {t('firstSteps.dismiss')}
        </Button>
      }
    >
      <ol className="grid">
        {steps.map(({ id, to }) => (
          <Step key={id} id={id} to={to} state={done.has(id) ? 'done' : id === next ? 'next' : 'open'} />
        ))}
      </ol>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line pt-4">
        <DemoButton />
        <p className="max-w-[60ch] flex-1 basis-60 text-13 text-muted">{t('demo.what')}</p>
      </div>
    </Panel>
  );
}

function Step({ id, to, state }: { id: StepId; to: string; state: 'done' | 'next' | 'open' }) {
  const { t } = useTranslation();
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line py-3 first:border-t-0 first:pt-0">
      <span
        className={`grid size-6 place-items-center rounded-full border ${state === 'done' ? 'border-good bg-good-tint text-good' : 'border-control text-muted'}`}
      >
        {state === 'done' && <Icon name="check" className="size-3.5" />}
        <span className="sr-only">{t(state === 'done' ? 'firstSteps.done' : 'firstSteps.open')}</span>
      </span>
      <span className="grid min-w-0 flex-1 basis-60 gap-0.5">
        <span className={state === 'done' ? 'text-muted' : 'font-medium text-ink'}>{t(`firstSteps.${id}.title`)}</span>
        {state !== 'done' && <span className="max-w-[72ch] text-13 text-muted">{t(`firstSteps.${id}.text`)}</span>}
      </span>
      {state !== 'done' && id !== 'numbers' && (
        <Link to={to} className={buttonClass(state === 'next' ? 'primary' : 'secondary')}>
          {t(`firstSteps.${id}.action`)}
        </Link>
      )}
    </li>
  );
}
