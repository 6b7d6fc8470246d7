-- Whether a version takes over by itself once it has passed its trial.
ALTER TABLE "outcomes"."model_version" ADD COLUMN "promotion" TEXT NOT NULL DEFAULT 'MANUAL';
ALTER TABLE outcomes.model_version ADD CONSTRAINT model_version_promotion CHECK (promotion IN ('MANUAL', 'AUTOMATIC'));

-- What the job that judges trials found, a row whenever that was something else than before.
CREATE TABLE "outcomes"."model_trial" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "verdict" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "checks" JSONB NOT NULL,
    "judged_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "model_trial_pkey" PRIMARY KEY ("company_id","id")
);
CREATE INDEX "model_trial_company_id_judged_at_id_idx" ON "outcomes"."model_trial"("company_id", "judged_at" DESC, "id");

ALTER TABLE outcomes.model_trial ENABLE ROW LEVEL SECURITY;
ALTER TABLE outcomes.model_trial FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON outcomes.model_trial TO teei_outcomes USING (company_id = nullif(current_setting('app.company_id', true), '')::uuid);
REVOKE UPDATE, DELETE ON outcomes.model_trial FROM teei_outcomes;

ALTER TABLE outcomes.model_trial ADD CONSTRAINT model_trial_verdict CHECK (verdict IN ('HELD', 'PROMOTED', 'WITHDRAWN', 'ROLLED_BACK'));
ALTER TABLE outcomes.model_trial ADD CONSTRAINT model_trial_reason
  CHECK (reason IN ('TOO_FEW_REVIEWS', 'NOT_PASSED', 'PASSED', 'WORSE', 'OUT_OF_PATIENCE'));
