import { ApolloProvider } from '@apollo/client/react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { rememberCompany } from './company/chosen-company.ts';
import { CompanyContext } from './company/company-context.ts';
import { Frame } from './frame/frame.tsx';
import { makeGraph } from './graph/graph.ts';
import { GraphContext } from './graph/graph-context.ts';

/** The route table. Pages that belong together are one chunk; the frame around them is in the first one, which names them all. */
export function App() {
  const [generation, setGeneration] = useState(0);
  const graph = useMemo(makeGraph, []);
  const switcher = useMemo(
    () => ({
      switchTo: async (companyId: string | null) => {
        rememberCompany(companyId);
        graph.socket.drop();
        await graph.client.clearStore();
        // A new key throws every page's state away: nothing of one company is left on the other's page.
        setGeneration((count) => count + 1);
      },
    }),
    [graph],
  );
  return (
    <GraphContext value={graph}>
      <CompanyContext value={switcher}>
        <ApolloProvider client={graph.client}>
          <BrowserRouter key={generation}>
            <Suspense fallback={null}>
              <Routes>
                <Route path="/sign-in" element={<SignInPage />} />
                <Route element={<Frame />}>
                  <Route index element={<DashboardPage />} />
                  <Route path="/impact/*" element={<ImpactPages />} />
                  <Route path="/imports" element={<ImportsPage />} />
                  <Route path="/imports/:id" element={<ImportPage />} />
                  <Route path="/people/*" element={<PeoplePages />} />
                  <Route path="/review-items" element={<ReviewItemsPage />} />
                  <Route path="/safety" element={<SafetyPage />} />
                  <Route path="/hours" element={<HoursPage />} />
                  <Route path="/journey/*" element={<JourneyPages />} />
                  <Route path="/webhooks" element={<WebhooksPage />} />
                  <Route path="/providers/*" element={<ProviderPages />} />
                  <Route path="/api-keys" element={<ApiKeysPage />} />
                  <Route path="/account" element={<AccountPage />} />
                  <Route path="*" element={<NotFoundPage />} />
                </Route>
              </Routes>
            </Suspense>
          </BrowserRouter>
        </ApolloProvider>
      </CompanyContext>
    </GraphContext>
  );
}

const SignInPage = lazy(() => import('./sign-in/sign-in-page.tsx').then((page) => ({ default: page.SignInPage })));
const DashboardPage = lazy(() =>
  import('./dashboard/dashboard-page.tsx').then((page) => ({ default: page.DashboardPage })),
);
const ImpactPages = lazy(() => import('./impact/impact-pages.tsx').then((pages) => ({ default: pages.ImpactPages })));
const ImportsPage = lazy(() => import('./imports/imports-page.tsx').then((page) => ({ default: page.ImportsPage })));
const ImportPage = lazy(() => import('./imports/import-page.tsx').then((page) => ({ default: page.ImportPage })));
const PeoplePages = lazy(() => import('./people/people-pages.tsx').then((pages) => ({ default: pages.PeoplePages })));
const ReviewItemsPage = lazy(() =>
  import('./review-items/review-items-page.tsx').then((page) => ({ default: page.ReviewItemsPage })),
);
const SafetyPage = lazy(() => import('./safety/safety-page.tsx').then((page) => ({ default: page.SafetyPage })));
const HoursPage = lazy(() => import('./hours/hours-page.tsx').then((page) => ({ default: page.HoursPage })));
const JourneyPages = lazy(() =>
  import('./journey/journey-pages.tsx').then((pages) => ({ default: pages.JourneyPages })),
);
const WebhooksPage = lazy(() =>
  import('./webhooks/webhooks-page.tsx').then((page) => ({ default: page.WebhooksPage })),
);
const ProviderPages = lazy(() =>
  import('./providers/provider-pages.tsx').then((pages) => ({ default: pages.ProviderPages })),
);
const ApiKeysPage = lazy(() => import('./api-keys/api-keys-page.tsx').then((page) => ({ default: page.ApiKeysPage })));
const AccountPage = lazy(() => import('./account/account-page.tsx').then((page) => ({ default: page.AccountPage })));
const NotFoundPage = lazy(() =>
  import('./not-found/not-found-page.tsx').then((page) => ({ default: page.NotFoundPage })),
);
