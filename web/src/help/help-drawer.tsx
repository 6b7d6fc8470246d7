import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { Button } from '../controls/button.tsx';
import { ModalDrawer } from '../controls/modal-drawer.tsx';
import { DemoButton } from '../first-run/demo-button.tsx';
import { useFirstStepsShown } from '../first-run/use-first-steps-shown.ts';
import type { FrameViewer } from '../frame/viewer-context.ts';
import { type Term, terms, termsOn } from './terms.ts';

/** What helps on the page that is open, and everywhere: words, first steps, a demo, and whom to ask. */
export function HelpDrawer({ viewer, onClose }: { viewer: FrameViewer; onClose: () => void }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const showFirstSteps = useFirstStepsShown();
  const here = termsOn(pathname);
  const elsewhere = terms.filter((term) => !here.includes(term));
  const maySetUp = viewer.scopes.includes('company:write') && !viewer.company.isDemo;
  const begin = () => {
    showFirstSteps(true);
    onClose();
    void navigate('/');
  };
  return (
    <ModalDrawer title={t('help.title')} subtitle={t('help.note')} onClose={onClose}>
      <div className="grid gap-6">
        {here.length > 0 && <Words title={t('help.here')} words={here} />}
        <section className="grid justify-items-start gap-3">
          <h3 className="text-14 font-strong text-ink">{t('help.try')}</h3>
          {!viewer.company.isDemo && (
            <>
              <p className="text-13 text-muted">{t('demo.what')}</p>
              <DemoButton />
            </>
          )}
          {maySetUp && (
            <Button icon="check" onClick={begin}>
              {t('help.firstSteps')}
            </Button>
          )}
          <p className="text-13 text-muted">{t('help.keys')}</p>
          <p className="text-13 text-muted">{t(maySetUp ? 'help.askOperator' : 'help.askAdministrator')}</p>
        </section>
        <Words title={t(here.length > 0 ? 'help.elsewhere' : 'help.words')} words={elsewhere} />
      </div>
    </ModalDrawer>
  );
}

function Words({ title, words }: { title: string; words: readonly Term[] }) {
  const { t } = useTranslation();
  return (
    <section className="grid gap-3">
      <h3 className="text-14 font-strong text-ink">{title}</h3>
      <dl className="grid gap-3">
        {words.map((term) => (
          <div key={term} className="grid gap-0.5">
            <dt className="text-13 font-medium text-ink">{t(`term.${term}.title`)}</dt>
            <dd className="max-w-[72ch] text-13 text-pretty text-muted">{t(`term.${term}.text`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
