-- How far what is scored has moved from what was scored before, a row for every night, measure, dimension and language. Shares, and no person.
CREATE TABLE "outcomes"."model_drift" (
    "company_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "measure" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "reference_count" INTEGER NOT NULL,
    "current_count" INTEGER NOT NULL,
    "psi" DOUBLE PRECISION NOT NULL,
    "divergence" DOUBLE PRECISION NOT NULL,
    "verdict" TEXT NOT NULL,
    "bins" JSONB NOT NULL,
    "measured_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "model_drift_pkey" PRIMARY KEY ("company_id","day","measure","dimension","language")
);

ALTER TABLE outcomes.model_drift ENABLE ROW LEVEL SECURITY;
ALTER TABLE outcomes.model_drift FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON outcomes.model_drift TO teei_outcomes USING (company_id = nullif(current_setting('app.company_id', true), '')::uuid);

ALTER TABLE outcomes.model_drift ADD CONSTRAINT model_drift_measure CHECK (measure IN ('LABELS', 'LANGUAGES', 'LEVEL', 'CONFIDENCE'));
ALTER TABLE outcomes.model_drift ADD CONSTRAINT model_drift_dimension
  CHECK (dimension IN ('all', 'confidence', 'belonging', 'lang_level_proxy', 'job_readiness'));
ALTER TABLE outcomes.model_drift ADD CONSTRAINT model_drift_verdict CHECK (verdict IN ('STABLE', 'DRIFTED', 'TOO_FEW'));

-- Somebody must see in which companies texts were scored. The relay sees that and no more.
GRANT SELECT (company_id) ON outcomes.scored_text TO teei_relay;
CREATE POLICY relay ON outcomes.scored_text FOR SELECT TO teei_relay USING (true);
