import { useState } from 'react';
import type { AccountDraft } from './account-draft.ts';

/** What is being written survives a reload of the page, until it is saved or the tab is closed. */
export function useAccountDraft(companyId: string, revision: number, stored: AccountDraft) {
  const key = `sroi-account/${companyId}/${revision}`;
  const [written, setWritten] = useState<{ readonly key: string; readonly draft: AccountDraft } | null>(null);
  return {
    draft: written?.key === key ? written.draft : (remembered(key) ?? stored),
    write: (draft: AccountDraft) => {
      sessionStorage.setItem(key, JSON.stringify(draft));
      setWritten({ key, draft });
    },
    forget: () => {
      sessionStorage.removeItem(key);
      setWritten(null);
    },
  };
}

function remembered(key: string): AccountDraft | null {
  const text = sessionStorage.getItem(key);
  return text === null ? null : (JSON.parse(text) as AccountDraft);
}
