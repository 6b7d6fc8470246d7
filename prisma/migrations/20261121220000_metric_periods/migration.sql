-- Metrics of weeks and quarters, and of single programmes; which months' periods have to be computed anew.

ALTER TABLE "outcomes"."metric" ADD COLUMN "programme_id" UUID;
ALTER TABLE "outcomes"."metric" ADD COLUMN "first_day" DATE;
ALTER TABLE "outcomes"."metric" ADD COLUMN "last_day" DATE;

CREATE INDEX "metric_company_id_name_grain_programme_id_idx" ON "outcomes"."metric"("company_id", "name", "grain", "programme_id");

CREATE TABLE "outcomes"."metric_period_dirty" (
    "company_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "marked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "metric_period_dirty_pkey" PRIMARY KEY ("company_id", "month")
);

-- What was counted before is computed with the next change of the company.
ALTER TABLE outcomes.session_fact NO FORCE ROW LEVEL SECURITY;
ALTER TABLE outcomes.activity_fact NO FORCE ROW LEVEL SECURITY;
ALTER TABLE outcomes.outcome_score NO FORCE ROW LEVEL SECURITY;
INSERT INTO outcomes.metric_period_dirty (company_id, month)
SELECT company_id, month FROM outcomes.session_fact UNION SELECT company_id, month FROM outcomes.activity_fact
UNION SELECT company_id, month FROM outcomes.outcome_score;
ALTER TABLE outcomes.session_fact FORCE ROW LEVEL SECURITY;
ALTER TABLE outcomes.activity_fact FORCE ROW LEVEL SECURITY;
ALTER TABLE outcomes.outcome_score FORCE ROW LEVEL SECURITY;

ALTER TABLE outcomes.metric_period_dirty ENABLE ROW LEVEL SECURITY;
ALTER TABLE outcomes.metric_period_dirty FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON outcomes.metric_period_dirty TO teei_outcomes
  USING (company_id = nullif(current_setting('app.company_id', true), '')::uuid);
