import { forgetBoardroom } from '../boardroom/forget-boardroom.ts';
import { forgetChoices } from '../commands/recent-choices.ts';
import { forgetBrands } from '../theme/brand-sheet.ts';
import { authClient } from './auth-client.ts';

/** Ends the session, and forgets what the browser kept of this person. */
export async function signOut(): Promise<void> {
  await authClient.signOut();
  forgetChoices();
  forgetBrands();
  await forgetBoardroom();
  // A full load: nothing of this person's cache stays in the page.
  location.assign('/sign-in');
}
