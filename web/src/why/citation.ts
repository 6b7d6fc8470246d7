/** Citations as they are pasted into a report: enough for a stranger to find the same thing again. */
export function metricCitation(metric: CitedMetric): string {
  return `${metric.company}: ${metric.label}, ${metric.period}: ${metric.value}. TEEI CSR Platform, ${metric.formulaVersion}, computed ${metric.computedAt}, metric ${metric.id}.`;
}

/** The snippet is the redacted text; the hash is of the span that it stands for. */
export function evidenceCitation(evidence: CitedEvidence): string {
  const source =
    evidence.session === null
      ? 'source text'
      : `session ${evidence.session.sourceId}, ${evidence.session.startedAt.slice(0, 10)}`;
  return `“${evidence.snippet}” (${source}; sha256:${evidence.hash}; level ${evidence.score.level.toFixed(2)}, confidence ${evidence.score.confidence.toFixed(2)}, ${evidence.score.modelVersion}). TEEI CSR Platform, evidence ${evidence.id}.`;
}

export function sessionCitation(session: CitedSession): string {
  return `Session ${session.sourceId}, ${session.programme}, ${session.startedAt}, ${session.durationMinutes} minutes. TEEI CSR Platform, session ${session.id}.`;
}

interface CitedMetric {
  readonly label: string;
  readonly period: string;
  readonly value: string;
  readonly company: string;
  readonly formulaVersion: string;
  readonly computedAt: string;
  readonly id: string;
}

interface CitedEvidence {
  readonly id: string;
  readonly snippet: string;
  readonly hash: string;
  readonly score: { readonly level: number; readonly confidence: number; readonly modelVersion: string };
  readonly session: { readonly sourceId: string; readonly startedAt: string } | null;
}

interface CitedSession {
  readonly id: string;
  readonly sourceId: string;
  readonly startedAt: string;
  readonly durationMinutes: number;
  readonly programme: string;
}
