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
        graph.live.drop();
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
                <Route path="/sign-in" element={<EntrancePage door="signIn" />} />
                <Route path="/password/*" element={<EntrancePage door="password" />} />
                <Route path="/accept-invitation" element={<EntrancePage door="invitation" />} />
                <Route path="/design" element={<DesignPage />} />
                <Route path="/boardroom" element={<BoardroomPage />} />
                <Route element={<Frame />}>
                  <Route index element={<DashboardPage />} />
                  <Route path="/impact/*" element={<ImpactPages />} />
                  <Route path="/imports/*" element={<ImportPages />} />
                  <Route path="/people/*" element={<PeoplePages />} />
                  <Route path="/review-items" element={<DecisionPage on="people" />} />
                  <Route path="/safety" element={<DecisionPage on="safety" />} />
                  <Route path="/score-review" element={<DecisionPage on="scores" />} />
                  <Route path="/models/*" element={<ImpactPages models />} />
                  <Route path="/hours" element={<HoursPage />} />
                  <Route path="/journey/*" element={<JourneyPages />} />
                  <Route path="/webhooks" element={<AccessPage of="webhooks" />} />
                  <Route path="/providers/*" element={<ProviderPages />} />
                  <Route path="/api-keys" element={<AccessPage of="apiKeys" />} />
                  <Route path="/members" element={<AccessPage of="members" />} />
                  <Route path="/administration/*" element={<AdministrationPages />} />
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

const EntrancePage = lazy(() => import('./sign-in/entrance-page.tsx').then((page) => ({ default: page.EntrancePage })));
const DesignPage = lazy(() => import('./design/design-page.tsx').then((page) => ({ default: page.DesignPage })));
const BoardroomPage = lazy(() =>
  import('./boardroom/boardroom-page.tsx').then((page) => ({ default: page.BoardroomPage })),
);
const DashboardPage = lazy(() =>
  import('./dashboard/dashboard-page.tsx').then((page) => ({ default: page.DashboardPage })),
);
const ImpactPages = lazy(() => import('./impact/impact-pages.tsx').then((pages) => ({ default: pages.ImpactPages })));
const ImportPages = lazy(() => import('./imports/import-pages.tsx').then((pages) => ({ default: pages.ImportPages })));
const PeoplePages = lazy(() => import('./people/people-pages.tsx').then((pages) => ({ default: pages.PeoplePages })));
const DecisionPage = lazy(() =>
  import('./decisions/decision-page.tsx').then((page) => ({ default: page.DecisionPage })),
);
const HoursPage = lazy(() => import('./hours/hours-page.tsx').then((page) => ({ default: page.HoursPage })));
const JourneyPages = lazy(() =>
  import('./journey/journey-pages.tsx').then((pages) => ({ default: pages.JourneyPages })),
);
const ProviderPages = lazy(() =>
  import('./providers/provider-pages.tsx').then((pages) => ({ default: pages.ProviderPages })),
);
const AccessPage = lazy(() => import('./access/access-page.tsx').then((page) => ({ default: page.AccessPage })));
const AdministrationPages = lazy(() =>
  import('./administration/administration-pages.tsx').then((pages) => ({ default: pages.AdministrationPages })),
);
const AccountPage = lazy(() => import('./account/account-page.tsx').then((page) => ({ default: page.AccountPage })));
const NotFoundPage = lazy(() =>
  import('./not-found/not-found-page.tsx').then((page) => ({ default: page.NotFoundPage })),
);
