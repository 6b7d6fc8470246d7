import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCompanySwitch } from '../company/company-context.ts';
import { Icon } from '../controls/icon.tsx';
import type { FrameViewer } from '../frame/viewer-context.ts';

/** Above every page of a demo: nobody takes its numbers for real ones. */
export function DemoNote({ companies }: Pick<FrameViewer, 'companies'>) {
  const { t } = useTranslation();
  const { switchTo } = useCompanySwitch();
  const navigate = useNavigate();
  const home = companies.find(({ company }) => !company.isDemo)?.company;
  return (
    <aside
      aria-label={t('demo.title')}
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-attention/40 bg-attention-tint px-4 py-2 text-13 text-soft md:px-8"
    >
      <Icon name="attention" className="size-4 text-attention" />
      <p className="flex-1 basis-60">
        <strong className="font-strong text-attention">{t('demo.title')}</strong> {t('demo.note')}
      </p>
      {home && (
        <button
          type="button"
          onClick={async () => {
            await navigate('/');
            await switchTo(home.id);
          }}
          className="min-h-6 rounded-base font-medium text-accent underline underline-offset-2"
        >
          {t('demo.leave', { company: home.name })}
        </button>
      )}
    </aside>
  );
}
