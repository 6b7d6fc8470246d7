import { useTranslation } from 'react-i18next';
import { ScrollArea } from '../controls/scroll-area.tsx';
import { SelectField } from '../controls/select-field.tsx';
import type { ImportDetailFragment } from '../generated/graphql.ts';
import type { ColumnChoice } from './column-choice.ts';
import { fieldWords } from './field-words.ts';

/** The file's first rows, each column under what it is read as. */
export function ColumnMapping({ columns, fields, preview, disabled, onReadAs }: ColumnMappingProps) {
  const { t, i18n } = useTranslation();
  return (
    <ScrollArea name={t('mapping.title')} className="overflow-x-auto rounded-base border border-line">
      <table className="w-full border-collapse text-13">
        <thead>
          <tr className="bg-sunken align-bottom">
            {columns.map(({ column, field }) => (
              <th key={column} scope="col" className="min-w-44 border-b border-line-strong p-2 text-left font-regular">
                <span className="mb-1.5 block truncate font-mono text-12 text-soft">{column}</span>
                <SelectField
                  label={t('mapping.readAs', { column })}
                  labelHidden
                  disabled={disabled}
                  value={field ?? ''}
                  onChange={({ target }) => onReadAs(column, target.value === '' ? null : target.value)}
                >
                  <option value="">{t('mapping.notUsed')}</option>
                  {fields.map((name) => (
                    <option key={name} value={name}>
                      {fieldWords(t, i18n, name)}
                    </option>
                  ))}
                </SelectField>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.map((row, line) => (
            // The preview is read once and never changes its order.
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has nothing else to be known by
            <tr key={line} className="border-b border-line last:border-0">
              {columns.map(({ column, field }, at) => (
                <td key={column} className={`max-w-60 truncate p-2 ${field === null ? 'text-muted' : 'text-ink'}`}>
                  {row[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

interface ColumnMappingProps {
  readonly columns: readonly ColumnChoice[];
  readonly fields: ImportDetailFragment['fields'];
  readonly preview: ImportDetailFragment['preview'];
  readonly disabled: boolean;
  readonly onReadAs: (column: string, field: string | null) => void;
}
