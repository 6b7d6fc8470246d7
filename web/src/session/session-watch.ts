import { chosenCompany, rememberCompany } from '../company/chosen-company.ts';

/**
 * Whether the session that the page began with still stands. Whoever finds that it does not waits here until the same person has
 * signed in again; the page stays as it is meanwhile, with all that was typed.
 */
export interface SessionWatch {
  /** From here on the page belongs to this person. */
  signedInAs(email: string): void;
  /** Asks the server whether the session is over. Without an answer, it is not. */
  isOver(): Promise<boolean>;
  /** Asks to be signed in again. True once that is so; false when the page belonged to nobody yet. */
  renewed(): Promise<boolean>;
  /** The same person has signed in again. */
  renew(): void;
  /** Whose session has ended; null while it stands. */
  readonly endedOf: () => string | null;
  whenEnded(listener: () => void): () => void;
  whenRenewed(listener: () => void): () => void;
}

export function makeSessionWatch(emailNow: () => Promise<string | null> = signedInEmail): SessionWatch {
  const ended = new Set<() => void>();
  const renewals = new Set<() => void>();
  let owner: string | null = null;
  let company: string | null = null;
  let over = false;
  const set = (isOver: boolean) => {
    over = isOver;
    for (const listener of [...ended]) listener();
  };
  return {
    signedInAs: (email) => {
      owner = email;
      company = chosenCompany();
    },
    isOver: async () => owner !== null && (await emailNow().catch(() => owner)) === null,
    renewed: () => {
      if (owner === null) return Promise.resolve(false);
      if (!over) set(true);
      return new Promise((resolve) => {
        const forget = listen(renewals, () => {
          forget();
          resolve(true);
        });
      });
    },
    renew: () => {
      // Signing in, in another tab, chooses a company for all tabs. This page shows the one that it showed.
      rememberCompany(company);
      set(false);
      for (const listener of [...renewals]) listener();
    },
    endedOf: () => (over ? owner : null),
    whenEnded: (listener) => listen(ended, listener),
    whenRenewed: (listener) => listen(renewals, listener),
  };
}

function listen(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Who is signed in in this browser now, in whichever tab that happened. */
export async function signedInEmail(): Promise<string | null> {
  const answer = await fetch('/api/auth/get-session', { credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`HTTP_${answer.status}`);
  const found = (await answer.json()) as { user?: { email?: string } } | null;
  return found?.user?.email ?? null;
}
