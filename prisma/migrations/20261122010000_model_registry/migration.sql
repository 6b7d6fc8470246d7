-- Versions that a company's texts were scored with or may be: thresholds over a model file that is named by its hash.
CREATE TABLE "outcomes"."model_version" (
    "company_id" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "parts" TEXT NOT NULL,
    "thresholds" JSONB NOT NULL,
    "origin" TEXT NOT NULL,
    "note" TEXT,
    "made_by" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "model_version_pkey" PRIMARY KEY ("company_id","version")
);

-- What was decided about versions, in the order in which it was; which version scores follows from it.
CREATE TABLE "outcomes"."model_act" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "share" DOUBLE PRECISION,
    "effective_from" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "model_act_pkey" PRIMARY KEY ("company_id","id")
);
CREATE INDEX "model_act_company_id_made_at_id_idx" ON "outcomes"."model_act"("company_id", "made_at", "id");

-- Thresholds of the company's own, over whatever version scores; the newest revision holds.
CREATE TABLE "outcomes"."model_override" (
    "company_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "thresholds" JSONB NOT NULL,
    "actor" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "model_override_pkey" PRIMARY KEY ("company_id","revision")
);

DO $$
DECLARE
  tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY['model_version', 'model_act', 'model_override'] LOOP
    EXECUTE format('ALTER TABLE outcomes.%I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format('ALTER TABLE outcomes.%I FORCE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY tenant ON outcomes.%I TO teei_outcomes USING (company_id = nullif(current_setting(''app.company_id'', true), '''')::uuid)', tab);
    -- A score names what made it for as long as it stands.
    EXECUTE format('REVOKE UPDATE, DELETE ON outcomes.%I FROM teei_outcomes', tab);
  END LOOP;
END $$;

ALTER TABLE outcomes.model_version ADD CONSTRAINT model_version_parts CHECK (parts IN ('ALL', 'LINEAR'));
ALTER TABLE outcomes.model_version ADD CONSTRAINT model_version_origin CHECK (origin IN ('REPOSITORY', 'COMPANY', 'TUNED'));
ALTER TABLE outcomes.model_act ADD CONSTRAINT model_act_act
  CHECK (act IN ('ACTIVATED', 'ROLLED_BACK', 'CANARY_STARTED', 'CANARY_WITHDRAWN', 'PROMOTED'));
ALTER TABLE outcomes.model_act ADD CONSTRAINT model_act_share CHECK (share > 0 AND share <= 1);
