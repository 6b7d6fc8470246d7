-- What drift is measured against: a window that stays where it is until another one is named. The newest that has begun holds.
CREATE TABLE "outcomes"."drift_reference" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "until_day" DATE NOT NULL,
    "actor" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "drift_reference_pkey" PRIMARY KEY ("company_id","id")
);
CREATE INDEX "drift_reference_company_id_set_at_id_idx" ON "outcomes"."drift_reference"("company_id", "set_at" DESC, "id");

ALTER TABLE outcomes.drift_reference ENABLE ROW LEVEL SECURITY;
ALTER TABLE outcomes.drift_reference FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON outcomes.drift_reference TO teei_outcomes USING (company_id = nullif(current_setting('app.company_id', true), '')::uuid);
REVOKE UPDATE, DELETE ON outcomes.drift_reference FROM teei_outcomes;

-- Whose scores were measured and against which window; null of nights before these were kept.
ALTER TABLE "outcomes"."model_drift" ADD COLUMN "model_version" TEXT;
ALTER TABLE "outcomes"."model_drift" ADD COLUMN "reference_version" TEXT;
ALTER TABLE "outcomes"."model_drift" ADD COLUMN "reference_name" TEXT;
ALTER TABLE "outcomes"."model_drift" ADD COLUMN "reference_from" DATE;
ALTER TABLE "outcomes"."model_drift" ADD COLUMN "reference_until" DATE;
