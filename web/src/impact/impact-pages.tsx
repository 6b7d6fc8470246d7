import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, NavLink, Route, Routes } from 'react-router';
import { useHasScope } from '../frame/viewer-context.ts';

/** The pages that look behind the dashboard, and the way from one to the other. In a chunk of their own: the first load names none of them, so `/models` comes through here too. */
export function ImpactPages({ models = false }: { models?: boolean }) {
  const { t } = useTranslation();
  const seesCost = useHasScope('models:evaluate') === true;
  return (
    <>
      <nav
        aria-label={t('impact.title')}
        className="mx-auto flex w-full max-w-320 gap-1 overflow-x-auto px-4 pt-5 md:px-8"
      >
        <NavLink to="/impact/evidence" className={tabClass}>
          {t('evidence.title')}
        </NavLink>
        <NavLink to="/impact/trends" className={tabClass}>
          {t('trends.title')}
        </NavLink>
        <NavLink to="/impact/social-return" className={tabClass}>
          {t('socialReturn.title')}
        </NavLink>
        <NavLink to="/models" end className={tabClass}>
          {t('models.title')}
        </NavLink>
        {seesCost && (
          <NavLink to="/models/cost" className={tabClass}>
            {t('modelCost.tab')}
          </NavLink>
        )}
      </nav>
      <Suspense fallback={null}>
        {models ? (
          <Routes>
            <Route index element={<ModelsPage />} />
            <Route path="cost" element={<ModelCostPage />} />
            <Route path="*" element={<NotFoundPage />} />
          </Routes>
        ) : (
          <Routes>
            <Route path="evidence" element={<EvidencePage />} />
            <Route path="trends" element={<TrendsPage />} />
            <Route path="social-return" element={<SocialReturnPage />} />
            <Route index element={<Navigate to="evidence" replace />} />
            <Route path="*" element={<NotFoundPage />} />
          </Routes>
        )}
      </Suspense>
    </>
  );
}

const tabClass =
  'inline-flex min-h-8 items-center rounded-base px-3 text-14 whitespace-nowrap text-soft hover:bg-pressed hover:text-ink aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-ink';

const EvidencePage = lazy(() =>
  import('../evidence/evidence-page.tsx').then((page) => ({ default: page.EvidencePage })),
);
const ModelsPage = lazy(() => import('../models/models-page.tsx').then((page) => ({ default: page.ModelsPage })));
const ModelCostPage = lazy(() =>
  import('../model-cost/model-cost-page.tsx').then((page) => ({ default: page.ModelCostPage })),
);
const TrendsPage = lazy(() => import('../trends/trends-page.tsx').then((page) => ({ default: page.TrendsPage })));
const SocialReturnPage = lazy(() =>
  import('../social-return/social-return-page.tsx').then((page) => ({ default: page.SocialReturnPage })),
);
const NotFoundPage = lazy(() =>
  import('../not-found/not-found-page.tsx').then((page) => ({ default: page.NotFoundPage })),
);
