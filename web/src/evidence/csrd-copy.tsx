import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../controls/copy-button.tsx';
import { SelectField } from '../controls/select-field.tsx';
import type { EvidenceItemFragment, OutcomeDimension } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import { csrdText, type EsrsReference, esrsReferences } from './csrd-text.ts';
import type { EvidenceSearch } from './evidence-search.ts';

/** The chosen evidence as a passage for a sustainability statement: with counts, requirement and citations. */
export function CsrdCopy({ evidence, search, total, directions, company }: CsrdCopyProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [reference, setReference] = useState<EsrsReference>('S3-4');
  const of = (direction: string) => directions.find(({ value }) => value === direction)?.count ?? 0;
  const { dimension, direction, from, to } = search;
  const about = dimension === '' ? t('csrd.allDimensions') : t(`dimension.${dimension as OutcomeDimension}`);
  const period =
    from === '' && to === ''
      ? t('period.allTime')
      : t('period.between', { from: from === '' ? '…' : format.month(from), to: to === '' ? '…' : format.month(to) });
  const counts =
    direction === '' ? t('csrd.directions', { gains: of('GAIN'), setbacks: of('SETBACK'), mixed: of('MIXED') }) : '';
  const sentence = `${t('csrd.sentence', { company, about, period, count: total })} ${counts}`.trim();
  const text = csrdText({ sentence, requirement: t('csrd.requirement', { reference }), evidence });
  return (
    <div className="flex flex-wrap items-end gap-2">
      <SelectField
        label={t('csrd.reference')}
        labelHidden
        value={reference}
        onChange={({ target }) => setReference(target.value as EsrsReference)}
      >
        {esrsReferences.map((each) => (
          <option key={each} value={each}>
            {t(`esrs.${each}`)}
          </option>
        ))}
      </SelectField>
      <CopyButton
        text={text}
        label={t('csrd.copy')}
        name={t('csrd.copyNamed', { count: evidence.length })}
        look="secondary"
      />
    </div>
  );
}

interface CsrdCopyProps {
  readonly evidence: readonly EvidenceItemFragment[];
  readonly search: EvidenceSearch;
  readonly total: number;
  readonly directions: readonly { readonly value: string; readonly count: number }[];
  readonly company: string;
}
