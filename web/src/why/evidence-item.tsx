import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../controls/copy-button.tsx';
import type { EvidenceItemFragment } from '../generated/graphql.ts';
import { useFormat } from '../language/use-format.ts';
import { evidenceCitation } from './citation.ts';

/** A snippet with what was read from it, its source and its hash, ready to be cited. */
export function EvidenceItem({ evidence, choice, named = false }: EvidenceItemProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [whole, setWhole] = useState(false);
  const { score, session } = evidence;
  return (
    <li className="grid gap-2 rounded-base border border-line p-3">
      <div className="flex items-start gap-3">
        {choice}
        <blockquote lang={evidence.language === 'und' ? undefined : evidence.language} className="text-14 text-ink">
          {`“${evidence.snippet}”`}
        </blockquote>
      </div>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-12 text-muted">
        {named && <span className="font-medium text-soft">{t(`dimension.${score.dimension}`)}</span>}
        <span className={`rounded-full px-2 py-0.5 font-medium ${directionLooks[score.direction]}`}>
          {t(`direction.${score.direction}`)}
        </span>
        <span>{t('why.levelIs', { level: format.level(score.level) })}</span>
        <span aria-hidden="true">·</span>
        <span>{t('why.confidenceIs', { confidence: format.certainty(score.confidence) })}</span>
        <span aria-hidden="true">·</span>
        <span>{score.modelVersion}</span>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 text-12 text-muted">
        <span className="min-w-0">
          {session !== null && `${session.sourceId} · ${format.date(session.startedAt)} · `}
          <button
            type="button"
            onClick={() => setWhole(!whole)}
            aria-expanded={whole}
            aria-label={t('why.hash')}
            className="min-h-6 rounded-base text-left font-mono break-all hover:text-ink"
          >
            {whole ? evidence.hash : `${evidence.hash.slice(0, 12)}…`}
          </button>
        </span>
        <CopyButton text={evidenceCitation(evidence)} label={t('cite.label')} name={t('cite.evidence')} />
      </div>
    </li>
  );
}

interface EvidenceItemProps {
  readonly evidence: EvidenceItemFragment;
  /** Stands before the snippet, such as a box to choose it. */
  readonly choice?: ReactNode;
  /** Whether to say which dimension it is of. */
  readonly named?: boolean;
}

const directionLooks = {
  GAIN: 'bg-good-tint text-good',
  SETBACK: 'bg-bad-tint text-bad',
  MIXED: 'bg-information-tint text-information',
} as const;
