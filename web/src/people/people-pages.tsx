import { Route, Routes } from 'react-router';
import { ParticipantPage } from './participant-page.tsx';
import { PeoplePage } from './people-page.tsx';

export function PeoplePages() {
  return (
    <Routes>
      <Route index element={<PeoplePage />} />
      <Route path=":id" element={<ParticipantPage />} />
    </Routes>
  );
}
