import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export function Brand() {
  const { t } = useTranslation();
  return (
    <Link to="/" className="flex min-h-8 items-center gap-2.5 rounded-base px-0.5 font-strong text-ink">
      <span className="brand-mark contents">
        <BrandMark />
        <span className="text-14 tracking-tight md:group-data-collapsed:sr-only">{t('productName')}</span>
      </span>
      <span role="img" aria-label={t('productName')} className={logoClass} />
    </Link>
  );
}

/** Shown, with its picture, by the company's look alone. */
const logoClass = 'brand-logo hidden h-8 w-40 bg-contain bg-left bg-no-repeat md:group-data-collapsed:w-8';

/** A line that rises to a point: a number, and the one thing behind it. */
export function BrandMark({ className = 'size-7' }: { className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" className={`shrink-0 ${className}`}>
      <rect width="32" height="32" rx="7" className="fill-accent" />
      <path
        d="M7 21.5 13 15l5 4 7-9"
        fill="none"
        strokeWidth="2.8"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="stroke-on-accent"
      />
      <circle cx="25" cy="10" r="3" fill="var(--chart-2)" className="stroke-accent" strokeWidth="1.5" />
    </svg>
  );
}
