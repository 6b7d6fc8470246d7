import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** The pages above this one, and this one last. */
export function Breadcrumbs({ above, title }: { above: readonly Crumb[]; title: string }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('frame.path')} className="min-w-0 text-13 text-muted">
      <ol className="flex min-w-0 items-center gap-1.5">
        {above.map(({ to, label }) => (
          <li key={to} className="flex shrink-0 items-center gap-1.5">
            <Link
              to={to}
              className="inline-flex min-h-6 items-center rounded-base text-accent underline decoration-line-strong underline-offset-4 hover:decoration-current"
            >
              {label}
            </Link>
            <span aria-hidden="true" className="text-faint">
              /
            </span>
          </li>
        ))}
        <li aria-current="page" className="truncate">
          {title}
        </li>
      </ol>
    </nav>
  );
}

export interface Crumb {
  readonly to: string;
  readonly label: string;
}
