import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../controls/page.tsx';
import { LanguageMenu, ThemeMenu } from '../frame/menus.tsx';
import { Skeleton } from '../states/skeleton.tsx';
import { ColourSection } from './colour-section.tsx';
import { ControlSection } from './control-section.tsx';
import { MarkSection } from './mark-section.tsx';
import { OverlaySection } from './overlay-section.tsx';
import { StateSection } from './state-section.tsx';
import { TileSection } from './tile-section.tsx';
import { TypeSection } from './type-section.tsx';

/** Every component in every state it has, made of the components themselves: what is changed there is changed here. Holds nobody's data. */
export function DesignPage() {
  const { t } = useTranslation();
  return (
    <main className="min-h-dvh bg-paper">
      <Page
        title={t('design.title')}
        above={[{ to: '/', label: t('dashboard.title') }]}
        lead={t('design.lead')}
        aside={
          <span className="flex flex-wrap gap-2">
            <span className="w-40">
              <LanguageMenu />
            </span>
            <span className="w-40">
              <ThemeMenu />
            </span>
          </span>
        }
      >
        <ColourSection />
        <TypeSection />
        <ControlSection />
        <MarkSection />
        <TileSection />
        <Suspense fallback={<Skeleton className="h-100 w-full" />}>
          <ChartSection />
        </Suspense>
        <StateSection />
        <OverlaySection />
      </Page>
    </main>
  );
}

const ChartSection = lazy(() => import('./chart-section.tsx').then((module) => ({ default: module.ChartSection })));
