-- Volunteer hours that members log and review: their state, the history of each entry, and what of them is counted.

-- 1. State. What a file states was approved where it came from.
ALTER TABLE "programs"."volunteer_activity"
    ADD COLUMN "status" TEXT NOT NULL DEFAULT 'APPROVED',
    ADD COLUMN "logged_by" TEXT,
    ADD COLUMN "reviewed" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "programs"."volunteer_activity" ADD CONSTRAINT "volunteer_activity_status" CHECK ("status" IN ('LOGGED', 'APPROVED', 'DECLINED'));
CREATE INDEX "volunteer_activity_company_id_activity_date_id_idx" ON "programs"."volunteer_activity"("company_id", "activity_date" DESC, "id" DESC);

-- 2. History.
CREATE TABLE "programs"."volunteer_activity_change" (
    "company_id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "actor" TEXT,
    "reason" TEXT,
    "hours_before" DOUBLE PRECISION,
    "hours_after" DOUBLE PRECISION NOT NULL,
    "date_before" TIMESTAMPTZ(3),
    "date_after" TIMESTAMPTZ(3) NOT NULL,
    "status_after" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "volunteer_activity_change_pkey" PRIMARY KEY ("company_id","activity_id","ordinal")
);
ALTER TABLE "programs"."volunteer_activity_change" ADD CONSTRAINT "volunteer_activity_change_company_id_activity_id_fkey"
    FOREIGN KEY ("company_id", "activity_id") REFERENCES "programs"."volunteer_activity"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "programs"."volunteer_activity_change" ADD CONSTRAINT "volunteer_activity_change_kind"
    CHECK ("kind" IN ('LOGGED', 'APPROVED', 'CORRECTED', 'DECLINED', 'CHANGED_BY_FILE'));
ALTER TABLE "programs"."volunteer_activity_change" ADD CONSTRAINT "volunteer_activity_change_status" CHECK ("status_after" IN ('LOGGED', 'APPROVED', 'DECLINED'));
-- Each entry of the history says who; a file is nobody.
ALTER TABLE "programs"."volunteer_activity_change" ADD CONSTRAINT "volunteer_activity_change_actor" CHECK (("kind" = 'CHANGED_BY_FILE') = ("actor" IS NULL));

-- 3. What the outcomes subgraph counts.
CREATE TABLE "outcomes"."activity_fact" (
    "company_id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,
    "approved" BOOLEAN NOT NULL,
    "volunteer_id" UUID,
    "activity_date" TIMESTAMPTZ(3) NOT NULL,
    "month" DATE NOT NULL,
    "hours" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "activity_fact_pkey" PRIMARY KEY ("company_id","activity_id")
);
CREATE INDEX "activity_fact_company_id_month_idx" ON "outcomes"."activity_fact"("company_id", "month");
CREATE INDEX "activity_fact_company_id_activity_date_activity_id_idx" ON "outcomes"."activity_fact"("company_id", "activity_date" DESC, "activity_id");

-- 4. Row-level security, as on every table that carries a company.
ALTER TABLE programs.volunteer_activity_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE programs.volunteer_activity_change FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON programs.volunteer_activity_change TO teei_programs
  USING (company_id = nullif(current_setting('app.company_id', true), '')::uuid);
ALTER TABLE outcomes.activity_fact ENABLE ROW LEVEL SECURITY;
ALTER TABLE outcomes.activity_fact FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON outcomes.activity_fact TO teei_outcomes
  USING (company_id = nullif(current_setting('app.company_id', true), '')::uuid);
