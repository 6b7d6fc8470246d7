import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { HubPage } from './hub-page.tsx';

/** The administrator's pages. The hub is here; each page comes when it is opened. */
export function AdministrationPages() {
  return (
    <Suspense fallback={null}>
      <Routes>
        <Route index element={<HubPage />} />
        <Route path="audit" element={<AuditPage />} />
        <Route path="theme" element={<ThemePage />} />
        <Route path="features" element={<FeaturesPage />} />
        <Route path="words" element={<WordRetentionPage />} />
        <Route path="operations" element={<PartnerOperationsPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </Suspense>
  );
}

const AuditPage = lazy(() => import('../audit/audit-page.tsx').then((page) => ({ default: page.AuditPage })));
const ThemePage = lazy(() => import('../company-theme/theme-page.tsx').then((page) => ({ default: page.ThemePage })));
const FeaturesPage = lazy(() =>
  import('../features/features-page.tsx').then((page) => ({ default: page.FeaturesPage })),
);
const PartnerOperationsPage = lazy(() =>
  import('../partner-operations/partner-operations-page.tsx').then((page) => ({ default: page.PartnerOperationsPage })),
);
const WordRetentionPage = lazy(() =>
  import('../word-retention/word-retention-page.tsx').then((page) => ({ default: page.WordRetentionPage })),
);
const NotFoundPage = lazy(() =>
  import('../not-found/not-found-page.tsx').then((page) => ({ default: page.NotFoundPage })),
);
