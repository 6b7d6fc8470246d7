-- What a version on probation says of texts that another one scored, for nobody to see but those who choose models. No words are here,
-- and no metric, no evidence and no report reads it. The newest reading of a text is the only one.
CREATE TABLE "outcomes"."shadow_text" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "source_kind" TEXT NOT NULL,
    "source_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "participant_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "shown_version" TEXT NOT NULL,
    "shadow_version" TEXT NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shadow_text_pkey" PRIMARY KEY ("company_id","id")
);
CREATE UNIQUE INDEX "shadow_text_company_id_source_id_key" ON "outcomes"."shadow_text"("company_id", "source_id");
CREATE INDEX "shadow_text_company_id_participant_id_idx" ON "outcomes"."shadow_text"("company_id", "participant_id");
CREATE INDEX "shadow_text_company_id_read_at_idx" ON "outcomes"."shadow_text"("company_id", "read_at");

-- A dimension that at least one of the two says the text speaks of; null where the other does not.
CREATE TABLE "outcomes"."shadow_score" (
    "company_id" UUID NOT NULL,
    "text_id" UUID NOT NULL,
    "dimension" TEXT NOT NULL,
    "shown_direction" TEXT,
    "shown_level" DOUBLE PRECISION,
    "shown_confidence" DOUBLE PRECISION,
    "shadow_direction" TEXT,
    "shadow_level" DOUBLE PRECISION,
    "shadow_confidence" DOUBLE PRECISION,

    CONSTRAINT "shadow_score_pkey" PRIMARY KEY ("company_id","text_id","dimension")
);
ALTER TABLE "outcomes"."shadow_score" ADD CONSTRAINT "shadow_score_company_id_text_id_fkey"
  FOREIGN KEY ("company_id", "text_id") REFERENCES "outcomes"."shadow_text"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

DO $$
DECLARE
  tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY['shadow_text', 'shadow_score'] LOOP
    EXECUTE format('ALTER TABLE outcomes.%I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format('ALTER TABLE outcomes.%I FORCE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY tenant ON outcomes.%I TO teei_outcomes USING (company_id = nullif(current_setting(''app.company_id'', true), '''')::uuid)', tab);
    -- A reading is replaced by another one, and never bent.
    EXECUTE format('REVOKE UPDATE ON outcomes.%I FROM teei_outcomes', tab);
  END LOOP;
END $$;

ALTER TABLE outcomes.shadow_text ADD CONSTRAINT shadow_text_source_kind CHECK (source_kind IN ('SESSION_FEEDBACK', 'BUDDY_FEEDBACK', 'BUDDY_CHECK_IN'));
ALTER TABLE outcomes.shadow_score ADD CONSTRAINT shadow_score_dimension
  CHECK (dimension IN ('confidence', 'belonging', 'lang_level_proxy', 'job_readiness'));
ALTER TABLE outcomes.shadow_score ADD CONSTRAINT shadow_score_shown_direction CHECK (shown_direction IN ('gain', 'setback', 'mixed'));
ALTER TABLE outcomes.shadow_score ADD CONSTRAINT shadow_score_shadow_direction CHECK (shadow_direction IN ('gain', 'setback', 'mixed'));

ALTER TABLE outcomes.model_act DROP CONSTRAINT model_act_act;
ALTER TABLE outcomes.model_act ADD CONSTRAINT model_act_act
  CHECK (act IN ('ACTIVATED', 'ROLLED_BACK', 'CANARY_STARTED', 'CANARY_WITHDRAWN', 'PROMOTED', 'SHADOW_STARTED', 'SHADOW_STOPPED'));
