import { Route, Routes } from 'react-router';
import { ProviderPage } from './provider-page.tsx';
import { ProvidersPage } from './providers-page.tsx';

export function ProviderPages() {
  return (
    <Routes>
      <Route index element={<ProvidersPage />} />
      <Route path=":id" element={<ProviderPage />} />
    </Routes>
  );
}
