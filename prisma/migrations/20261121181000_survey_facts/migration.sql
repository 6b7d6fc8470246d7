-- Where participants placed themselves before and after, for numbers that rest on matched pairs.

CREATE TABLE "outcomes"."survey_fact" (
    "company_id" UUID NOT NULL,
    "response_id" UUID NOT NULL,
    "dimension" TEXT NOT NULL,
    "programme_id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "phase" TEXT NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,
    "level" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "survey_fact_pkey" PRIMARY KEY ("company_id", "response_id", "dimension")
);

ALTER TABLE outcomes.survey_fact ENABLE ROW LEVEL SECURITY;
ALTER TABLE outcomes.survey_fact FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON outcomes.survey_fact TO teei_outcomes
  USING (company_id = nullif(current_setting('app.company_id', true), '')::uuid);

ALTER TABLE outcomes.survey_fact ADD CONSTRAINT survey_fact_phase CHECK (phase IN ('BASELINE', 'FOLLOW_UP'));
