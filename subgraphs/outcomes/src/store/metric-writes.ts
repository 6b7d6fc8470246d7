import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { MetricToKeep } from '../rows/metric.ts';

/** Keeps a metric that was worked out here, with its lineage, unless it says what it said. Resolves to its id when it is new or changed. */
export async function keepMetric(tx: TenantTransaction, metric: MetricToKeep): Promise<string[]> {
  const { name, period, dimensions, value, absence, formulaVersion, inputs, contributions } = metric;
  const grain = period === null ? 'ALL_TIME' : 'PERIOD';
  const rows = await tx.sql<{ id: string }>`
    WITH kept AS (
      INSERT INTO outcomes.metric AS m (id, company_id, name, grain, period_from, period_to, dimensions, value, absence, formula_version,
        inputs, contributions, computed_at)
      VALUES (md5(concat_ws('/', ${tx.companyId}::text, ${name}::text, ${grain}::text))::uuid, ${tx.companyId}, ${name}, ${grain},
        ${period?.from ?? null}::date, ${period?.to ?? null}::date, ${dimensions.map((each) => each.toLowerCase())}::text[], ${value}::float8, ${absence}::text, ${formulaVersion},
        ${JSON.stringify(inputs)}::jsonb, ${JSON.stringify(contributions)}::jsonb, clock_timestamp())
      ON CONFLICT (company_id, id) DO UPDATE SET period_from = excluded.period_from, period_to = excluded.period_to,
        dimensions = excluded.dimensions, value = excluded.value, absence = excluded.absence, formula_version = excluded.formula_version,
        inputs = excluded.inputs, contributions = excluded.contributions, computed_at = excluded.computed_at
      WHERE (m.period_from, m.period_to, m.dimensions, m.value, m.absence, m.formula_version, m.inputs, m.contributions) IS DISTINCT FROM
        (excluded.period_from, excluded.period_to, excluded.dimensions, excluded.value, excluded.absence, excluded.formula_version,
          excluded.inputs, excluded.contributions)
      RETURNING company_id, id, computed_at, value, formula_version, inputs
    ), line AS (
      INSERT INTO outcomes.metric_lineage (company_id, metric_id, computed_at, value, formula_version, inputs)
      SELECT company_id, id, computed_at, value, formula_version, inputs FROM kept ON CONFLICT DO NOTHING
    )
    SELECT id FROM kept`;
  return rows.map((row) => row.id);
}
