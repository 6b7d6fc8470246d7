import { AcceptInvitationPage } from '../invitation/accept-invitation-page.tsx';
import { PasswordPages } from '../password/password-pages.tsx';
import { SignInPage } from './sign-in-page.tsx';

/** The pages of whoever is not inside yet, in one chunk: most of each is what they share. */
export function EntrancePage({ door }: { door: keyof typeof doors }) {
  const Page = doors[door];
  return <Page />;
}

const doors = { signIn: SignInPage, password: PasswordPages, invitation: AcceptInvitationPage } as const;
