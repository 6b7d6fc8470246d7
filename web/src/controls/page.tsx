import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs, type Crumb } from './breadcrumbs.tsx';

/** The column of a page: its heading, what belongs beside it, and the rest. Names the browser's tab too. */
export function Page({ title, above, lead, aside, children }: PageProps) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('productName')}`;
  }, [title, t]);
  return (
    <div className="mx-auto grid w-full max-w-320 min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-5 px-4 py-6 md:px-8 md:py-8">
      <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="grid max-w-[72ch] min-w-0 gap-1">
          {above !== undefined && <Breadcrumbs above={above} title={title} />}
          <h1 className="text-20 font-strong tracking-tight text-ink md:text-28">{title}</h1>
          {lead && <p className="text-14 text-pretty text-muted">{lead}</p>}
        </div>
        {aside}
      </header>
      {children}
    </div>
  );
}

interface PageProps {
  readonly title: string;
  /** The pages under which this one lies, from the top. */
  readonly above?: readonly Crumb[];
  readonly lead?: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}
