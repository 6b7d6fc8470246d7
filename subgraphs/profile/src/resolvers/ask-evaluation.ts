import type { ProfileContext } from '../context.ts';
import { evaluationRequested } from '../events/index.ts';
import type { JourneyEvaluationRow } from '../rows.ts';
import { JourneyEvaluationStore } from '../store/journey-evaluation-store.ts';
import { tellAudited } from './tell-audited.ts';

/** Asks for an evaluation of everybody, for a rule or at somebody's wish, and notes in the audit log why. */
export async function askEvaluation(
  context: ProfileContext,
  rule: { readonly name: string; readonly revision: number } | null,
  action: string,
): Promise<JourneyEvaluationRow> {
  const evaluations = new JourneyEvaluationStore(await context.tx());
  const evaluation = await evaluations.ask(rule?.name ?? null, rule?.revision ?? null);
  await tellAudited(context, {
    event: evaluationRequested,
    id: evaluation.id,
    data: { evaluationId: evaluation.id },
    action,
    detail: { rule: rule?.name ?? null, revision: rule?.revision ?? null },
  });
  return evaluation;
}
