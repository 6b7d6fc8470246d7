/** Line icons on a 16 px grid, drawn in the colour of the text beside them. Always decoration: the words carry the meaning. */
export function Icon({ name, className = 'size-4' }: { name: IconName; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      className={`shrink-0 ${className}`}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  );
}

const paths = {
  dashboard: 'M2.5 13.5h11M4.5 11V7.5M8 11V3M11.5 11V5.5',
  imports: 'M8 10V2.5M5 5.5l3-3 3 3M2.5 9.5v3a1 1 0 0 0 1 1h9a1 1 0 0 0 1-1v-3',
  hours: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.700V8l2.300 1.500',
  journey: 'M3.500 12.500h5a2.250 2.250 0 0 0 0-4.500h-1a2.250 2.250 0 0 1 0-4.500h4M11 1.500l2 2-2 2',
  webhooks: 'M2.5 8h7M6.5 5l3 3-3 3M9 2.5h3.5a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H9',
  keys: 'M9.6 6.4a3.2 3.2 0 1 1-1.5-1.5L13.5 10.3v2.2h-2.2v-1.6H9.7V9.3l-1.6-1.6',
  graph: 'M8 2.2 13 5.1v5.8L8 13.8 3 10.9V5.1ZM3.3 10.6h9.4L8 2.6Z',
  account: 'M8 8.2a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2ZM3 13.5c.4-2.4 2.4-3.6 5-3.6s4.6 1.2 5 3.6',
  people:
    'M6 7.800a2.300 2.300 0 1 0 0-4.600 2.300 2.300 0 0 0 0 4.600ZM1.800 13c.3-2.200 2-3.300 4.200-3.300s3.900 1.100 4.200 3.300M10.500 3.400a2.300 2.300 0 0 1 0 4.200M11.700 9.900c1.400.4 2.300 1.500 2.500 3.100',
  review: 'M2.500 4h4M2.500 8h4M2.500 12h4M9.500 4h4M9.500 8h4M9.500 12h4M8 2.500v11',
  signOut: 'M6.5 13.5h-3a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1h3M10.5 11l3-3-3-3M13.5 8H6',
  collapse: 'M9.5 4 5.5 8l4 4M12.5 4v8',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  chevron: 'M4.5 6.5 8 10l3.5-3.5',
  close: 'm4 4 8 8M12 4l-8 8',
  check: 'm3.5 8.5 3 3 6-7',
  copy: 'M5.5 5.5v-2a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-2M3.5 5.5h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-6a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1Z',
  arrange: 'M6 3.500v.05M10 3.500v.05M6 8v.05M10 8v.05M6 12.500v.05M10 12.500v.05',
  table: 'M2.5 3.5h11v9h-11ZM2.5 6.5h11M2.5 9.5h11M6.5 3.5v9',
  chart: 'M2.5 2.5v11h11M5 10l2.5-3 2 1.5L13 4.5',
  file: 'M9 2.5H4.5a1 1 0 0 0-1 1v9a1 1 0 0 0 1 1h7a1 1 0 0 0 1-1V6ZM9 2.5V6h3.5',
  download: 'M8 2.5V10M5 7l3 3 3-3M2.5 9.5v3a1 1 0 0 0 1 1h9a1 1 0 0 0 1-1v-3',
  undo: 'M5.5 3 2.5 6l3 3M2.5 6H10a3.5 3.5 0 0 1 0 7H6.5',
  language:
    'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM2 8h12M8 2c2 1.8 2.6 3.8 2.6 6S10 12.200 8 14C6 12.2 5.400 10.200 5.400 8S6 3.800 8 2Z',
  theme: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 2v12M8 5.500l5 1M8 9l5.500.5',
  why: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM6.300 6.300a1.750 1.750 0 1 1 2.600 1.600c-.6.35-.9.7-.9 1.300M8 11.300v.05',
  attention: 'M8 2.500 14 13H2ZM8 6.500v3M8 11.300v.05',
  search: 'M7 11.500a4.500 4.500 0 1 0 0-9 4.500 4.500 0 0 0 0 9ZM10.300 10.300l3.200 3.200',
  out: 'M6.500 3.500h-3v9h9v-3M9.500 2.500h4v4M13.500 2.500 7.500 8.500',
  company:
    'M3.500 13.500v-10a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v10M9.500 6.500h2a1 1 0 0 1 1 1v6M2 13.500h12M5.500 5.500h2M5.500 8h2M5.500 10.500h2',
} as const;

export type IconName = keyof typeof paths;

export const iconNames = Object.keys(paths) as readonly IconName[];
