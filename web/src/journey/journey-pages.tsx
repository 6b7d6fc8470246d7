import { Route, Routes } from 'react-router';
import { JourneyPage } from './journey-page.tsx';
import { NewRulePage, RulePage } from './rule-page.tsx';

export function JourneyPages() {
  return (
    <Routes>
      <Route index element={<JourneyPage />} />
      <Route path="new" element={<NewRulePage />} />
      <Route path=":name" element={<RulePage />} />
    </Routes>
  );
}
