import { Route, Routes } from 'react-router';
import { ImportPage } from './import-page.tsx';
import { ImportsPage } from './imports-page.tsx';

export function ImportPages() {
  return (
    <Routes>
      <Route index element={<ImportsPage />} />
      <Route path=":id" element={<ImportPage />} />
    </Routes>
  );
}
