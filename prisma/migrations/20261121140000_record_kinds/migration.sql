-- Files of every kind of record: which record stands for which row, what it was before, and the columns that the kinds add.

-- 1. What an import's rows are.
ALTER TABLE "programs"."import" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'KINTELL_SESSION';
ALTER TABLE "programs"."import" ADD CONSTRAINT "import_kind" CHECK ("kind" IN ('KINTELL_SESSION', 'BUDDY_MATCH', 'BUDDY_EVENT',
    'BUDDY_CHECK_IN', 'BUDDY_FEEDBACK', 'COURSE_COMPLETION', 'CREDENTIAL', 'VOLUNTEER_ACTIVITY'));

-- 2. Columns.
ALTER TABLE "programs"."buddy_match"
    ADD COLUMN "pair_key" TEXT,
    ADD COLUMN "language" TEXT,
    ADD COLUMN "interests" TEXT,
    ADD COLUMN "location" TEXT;
CREATE INDEX "buddy_match_company_id_pair_key_idx" ON "programs"."buddy_match"("company_id", "pair_key");
CREATE INDEX "buddy_match_company_id_volunteer_id_idx" ON "programs"."buddy_match"("company_id", "volunteer_id");
ALTER TABLE "programs"."buddy_event" ADD COLUMN "duration_minutes" DOUBLE PRECISION;
ALTER TABLE "programs"."buddy_feedback" ADD COLUMN "rating" DOUBLE PRECISION;
ALTER TABLE "programs"."course_completion" ADD COLUMN "credential_ref" TEXT;
ALTER TABLE "programs"."credential"
    ADD COLUMN "url" TEXT,
    ADD COLUMN "verification_code" TEXT;

-- 3. Tables.
CREATE TABLE "programs"."volunteer_activity" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "source_id" TEXT NOT NULL,
    "volunteer_id" UUID NOT NULL,
    "activity_date" TIMESTAMPTZ(3) NOT NULL,
    "hours" DOUBLE PRECISION NOT NULL,
    "activity_type" TEXT,
    "ngo_name" TEXT,
    "ngo_id" TEXT,
    "location" TEXT,
    "description" TEXT,
    "skills" TEXT,
    "impact_area" TEXT,

    CONSTRAINT "volunteer_activity_pkey" PRIMARY KEY ("company_id","id")
);
CREATE UNIQUE INDEX "volunteer_activity_company_id_source_id_key" ON "programs"."volunteer_activity"("company_id", "source_id");
CREATE INDEX "volunteer_activity_company_id_volunteer_id_idx" ON "programs"."volunteer_activity"("company_id", "volunteer_id");

CREATE TABLE "programs"."record_source" (
    "company_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "source_id" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "import_id" UUID,

    CONSTRAINT "record_source_pkey" PRIMARY KEY ("company_id","kind","id")
);
CREATE UNIQUE INDEX "record_source_company_id_kind_source_id_key" ON "programs"."record_source"("company_id", "kind", "source_id");
CREATE INDEX "record_source_company_id_import_id_idx" ON "programs"."record_source"("company_id", "import_id");

CREATE TABLE "programs"."record_revision" (
    "company_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "import_id" UUID,
    "content_hash" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "record_revision_pkey" PRIMARY KEY ("company_id","kind","record_id","revision")
);
CREATE INDEX "record_revision_company_id_import_id_idx" ON "programs"."record_revision"("company_id", "import_id");
ALTER TABLE "programs"."record_revision" ADD CONSTRAINT "record_revision_company_id_kind_record_id_fkey"
    FOREIGN KEY ("company_id", "kind", "record_id") REFERENCES "programs"."record_source"("company_id", "kind", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- 4. Row-level security, as on every table that carries a company.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['volunteer_activity', 'record_source', 'record_revision'] LOOP
    EXECUTE format('ALTER TABLE programs.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE programs.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY tenant ON programs.%I TO teei_programs USING (company_id = nullif(current_setting(''app.company_id'', true), '''')::uuid)',
      name);
  END LOOP;
END $$;

-- 5. Values that code must never write.
ALTER TABLE programs.volunteer_activity ADD CONSTRAINT volunteer_activity_hours CHECK (hours > 0 AND hours <= 24);
ALTER TABLE programs.record_source ADD CONSTRAINT record_source_kind CHECK (kind IN ('BUDDY_MATCH', 'BUDDY_EVENT', 'BUDDY_CHECK_IN',
    'BUDDY_FEEDBACK', 'COURSE_COMPLETION', 'CREDENTIAL', 'VOLUNTEER_ACTIVITY'));
ALTER TABLE programs.record_revision ADD CONSTRAINT record_revision_kind CHECK (kind IN ('BUDDY_MATCH', 'BUDDY_EVENT', 'BUDDY_CHECK_IN',
    'BUDDY_FEEDBACK', 'COURSE_COMPLETION', 'CREDENTIAL', 'VOLUNTEER_ACTIVITY'));
