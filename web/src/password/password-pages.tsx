import { Route, Routes } from 'react-router';
import { ForgotPasswordPage } from './forgot-password-page.tsx';
import { ResetPasswordPage } from './reset-password-page.tsx';

export function PasswordPages() {
  return (
    <Routes>
      <Route index element={<ForgotPasswordPage />} />
      <Route path="new" element={<ResetPasswordPage />} />
    </Routes>
  );
}
