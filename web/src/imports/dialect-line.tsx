import { useTranslation } from 'react-i18next';
import type { ImportDetailFragment } from '../generated/graphql.ts';

/** How the file was understood, in one line that a person can check against the file. */
export function DialectLine({ dialect }: { dialect: ImportDetailFragment['dialect'] }) {
  const { t } = useTranslation();
  const facts = [
    [t('dialect.encoding'), dialect.encoding.toUpperCase()],
    [t('dialect.delimiter'), delimiterWords(dialect.delimiter, t('dialect.tab'))],
    [t('dialect.dates'), dialect.dateFormat === 'iso' ? 'ISO 8601' : dialect.dateFormat],
    [t('dialect.decimals'), dialect.decimalComma ? '4,5' : '4.5'],
    [t('dialect.mark'), t(dialect.byteOrderMark ? 'yes' : 'no')],
  ];
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-1 text-13">
      {facts.map(([name, value]) => (
        <div key={name} className="flex gap-1.5">
          <dt className="text-muted">{name}</dt>
          <dd className="font-mono text-ink">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function delimiterWords(delimiter: string, tab: string): string {
  return delimiter === '\t' ? tab : delimiter;
}
