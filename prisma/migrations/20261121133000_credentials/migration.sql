-- Credentials with what their verification found, learning records, and the connections from which they are pulled.

-- A document whose subject nobody knows here has no participant, and one that is malformed may have no date.
ALTER TABLE "programs"."credential" ALTER COLUMN "participant_id" DROP NOT NULL;
ALTER TABLE "programs"."credential" ALTER COLUMN "issued_at" DROP NOT NULL;
ALTER TABLE "programs"."credential"
    ADD COLUMN "status" TEXT NOT NULL DEFAULT 'UNVERIFIED',
    ADD COLUMN "reason" TEXT,
    ADD COLUMN "checks" JSONB NOT NULL DEFAULT '[]',
    ADD COLUMN "document" TEXT,
    ADD COLUMN "document_id" TEXT,
    ADD COLUMN "issuer" TEXT,
    ADD COLUMN "issuer_name" TEXT,
    ADD COLUMN "achievement" TEXT,
    ADD COLUMN "submitted_by" TEXT,
    ADD COLUMN "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    ADD COLUMN "checked_at" TIMESTAMPTZ(3),
    ADD COLUMN "recheck_at" TIMESTAMPTZ(3);
ALTER TABLE "programs"."credential" ADD CONSTRAINT "credential_status"
    CHECK ("status" IN ('UNVERIFIED', 'PENDING', 'VERIFIED', 'REJECTED', 'SUPERSEDED'));
CREATE INDEX "credential_company_id_recheck_at_idx" ON "programs"."credential"("company_id", "recheck_at");
CREATE INDEX "credential_company_id_issuer_document_id_idx" ON "programs"."credential"("company_id", "issuer", "document_id");

ALTER TABLE "programs"."course_completion" ADD COLUMN "from_records" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "programs"."trusted_issuer" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "added_by" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "trusted_issuer_pkey" PRIMARY KEY ("company_id","id")
);
CREATE UNIQUE INDEX "trusted_issuer_company_id_issuer_key" ON "programs"."trusted_issuer"("company_id", "issuer");

CREATE TABLE "programs"."credential_watch" (
    "company_id" UUID NOT NULL,
    "turn" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credential_watch_pkey" PRIMARY KEY ("company_id")
);

CREATE TABLE "programs"."learning_record" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "course_id" UUID,
    "participant_id" UUID,
    "occurred_at" TIMESTAMPTZ(3),
    "progress" DOUBLE PRECISION,
    "score" DOUBLE PRECISION,
    "content_hash" TEXT NOT NULL,
    "stored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "learning_record_pkey" PRIMARY KEY ("company_id","id")
);
ALTER TABLE "programs"."learning_record" ADD CONSTRAINT "learning_record_kind"
    CHECK ("kind" IN ('COMPLETED', 'PROGRESSED', 'WITHDRAWN'));
CREATE UNIQUE INDEX "learning_record_company_id_source_external_id_key" ON "programs"."learning_record"("company_id", "source", "external_id");
CREATE INDEX "learning_record_company_id_course_id_participant_id_idx" ON "programs"."learning_record"("company_id", "course_id", "participant_id");
CREATE INDEX "learning_record_company_id_participant_id_idx" ON "programs"."learning_record"("company_id", "participant_id");

CREATE TABLE "programs"."provider_connection" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "base_url" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "secret" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'ACTIVE',
    "cursor" TEXT,
    "interval_minutes" INTEGER NOT NULL,
    "turn" INTEGER NOT NULL DEFAULT 0,
    "next_run_at" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "provider_connection_pkey" PRIMARY KEY ("company_id","id")
);
ALTER TABLE "programs"."provider_connection" ADD CONSTRAINT "provider_connection_provider"
    CHECK ("provider" IN ('ECORNELL', 'ITSLEARNING', 'XAPI', 'ONEROSTER'));
ALTER TABLE "programs"."provider_connection" ADD CONSTRAINT "provider_connection_status"
    CHECK ("status" IN ('ACTIVE', 'DISABLED'));

CREATE TABLE "programs"."provider_run" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "pages" INTEGER NOT NULL DEFAULT 0,
    "records_read" INTEGER NOT NULL DEFAULT 0,
    "records_created" INTEGER NOT NULL DEFAULT 0,
    "records_updated" INTEGER NOT NULL DEFAULT 0,
    "records_unchanged" INTEGER NOT NULL DEFAULT 0,
    "records_rejected" INTEGER NOT NULL DEFAULT 0,
    "error_code" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "provider_run_pkey" PRIMARY KEY ("company_id","id")
);
ALTER TABLE "programs"."provider_run" ADD CONSTRAINT "provider_run_status" CHECK ("status" IN ('COMPLETED', 'RUNNING', 'FAILED'));
CREATE INDEX "provider_run_company_id_connection_id_id_idx" ON "programs"."provider_run"("company_id", "connection_id", "id" DESC);
ALTER TABLE "programs"."provider_run" ADD CONSTRAINT "provider_run_company_id_connection_id_fkey"
    FOREIGN KEY ("company_id", "connection_id") REFERENCES "programs"."provider_connection"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['trusted_issuer', 'credential_watch', 'learning_record', 'provider_connection', 'provider_run'] LOOP
    EXECUTE format('ALTER TABLE programs.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE programs.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY tenant ON programs.%I TO teei_programs USING (company_id = nullif(current_setting(''app.company_id'', true), '''')::uuid)',
      name);
  END LOOP;
END $$;
