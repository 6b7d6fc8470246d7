import type { EvidenceItemFragment } from '../generated/graphql.ts';
import { evidenceCitation } from '../why/citation.ts';

/** Disclosures of ESRS Set 1 that such evidence can stand under. None of them asks for it: what is cited is entity-specific. */
export const esrsReferences = ['S3-4', 'S3-5', 'S3-2'] as const;
export type EsrsReference = (typeof esrsReferences)[number];

/** The sentence, the snippets with numbers, the requirement with its version, and a citation for each number. */
export function csrdText({ sentence, requirement, evidence }: CsrdText): string {
  const snippets = evidence.map(({ snippet }, index) => `“${snippet}” [${index + 1}]`).join(' ');
  const citations = evidence.map((each, index) => `[${index + 1}] ${evidenceCitation(each)}`);
  return [`${sentence} ${snippets}`.trim(), requirement, ...citations].join('\n');
}

interface CsrdText {
  readonly sentence: string;
  readonly requirement: string;
  readonly evidence: readonly EvidenceItemFragment[];
}
