import { useState } from 'react';
import { useViewer } from '../frame/viewer-context.ts';

/** A text under way survives a reload of the page, until it is saved or the tab is closed. */
export function useDraft(name: string, revision: number, stored: string): Draft {
  const company = useViewer()?.company.id ?? '';
  const key = `journey-rule/${company}/${name}/${revision}`;
  const [written, setWritten] = useState<{ readonly key: string; readonly text: string } | null>(null);
  const text = written?.key === key ? written.text : (sessionStorage.getItem(key) ?? stored);
  return {
    text,
    write: (next) => {
      sessionStorage.setItem(key, next);
      setWritten({ key, text: next });
    },
    forget: () => sessionStorage.removeItem(key),
  };
}

interface Draft {
  readonly text: string;
  readonly write: (text: string) => void;
  readonly forget: () => void;
}
