-- Webhooks in: endpoints with sealed secrets, deliveries with what becomes of them, and the order of events of a record.

-- 1. Tables.
CREATE TABLE "programs"."webhook_endpoint" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "sender_company_id" TEXT,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_endpoint_pkey" PRIMARY KEY ("company_id","id")
);

CREATE TABLE "programs"."webhook_secret" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "sealed" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_secret_pkey" PRIMARY KEY ("company_id","id")
);

CREATE TABLE "programs"."webhook_record" (
    "company_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "record_id" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "webhook_record_pkey" PRIMARY KEY ("company_id","source","kind","record_id")
);

-- 2. A delivery keeps the body as text: JSONB would reorder what was signed. Nothing wrote this table before.
DELETE FROM "programs"."webhook_delivery";
ALTER TABLE "programs"."webhook_delivery"
    DROP COLUMN "payload",
    DROP COLUMN "error",
    ADD COLUMN "endpoint_id" UUID NOT NULL,
    ADD COLUMN "event_id" TEXT,
    ADD COLUMN "event_version" INTEGER NOT NULL DEFAULT 1,
    ADD COLUMN "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    ADD COLUMN "headers" JSONB NOT NULL,
    ADD COLUMN "body" TEXT NOT NULL,
    ADD COLUMN "attempts" INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN "next_attempt_at" TIMESTAMPTZ(3),
    ADD COLUMN "outcome" TEXT,
    ADD COLUMN "error_code" TEXT,
    ADD COLUMN "error" TEXT,
    ADD COLUMN "history" JSONB NOT NULL DEFAULT '[]',
    ADD COLUMN "handled_at" TIMESTAMPTZ(3);

-- 3. Indexes and keys. Ids are sorted by time, so the list needs no index on received_at.
DROP INDEX "programs"."webhook_delivery_company_id_received_at_idx";
CREATE UNIQUE INDEX "webhook_delivery_company_id_source_event_id_key" ON "programs"."webhook_delivery"("company_id", "source", "event_id");
CREATE INDEX "webhook_delivery_company_id_status_id_idx" ON "programs"."webhook_delivery"("company_id", "status", "id" DESC);
CREATE INDEX "webhook_delivery_next_attempt_at_idx" ON "programs"."webhook_delivery"("next_attempt_at");
CREATE UNIQUE INDEX "webhook_endpoint_id_key" ON "programs"."webhook_endpoint"("id");
CREATE INDEX "webhook_endpoint_source_sender_company_id_idx" ON "programs"."webhook_endpoint"("source", "sender_company_id");
CREATE INDEX "webhook_secret_company_id_endpoint_id_idx" ON "programs"."webhook_secret"("company_id", "endpoint_id");
ALTER TABLE "programs"."webhook_delivery" ADD CONSTRAINT "webhook_delivery_company_id_endpoint_id_fkey"
    FOREIGN KEY ("company_id", "endpoint_id") REFERENCES "programs"."webhook_endpoint"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "programs"."webhook_secret" ADD CONSTRAINT "webhook_secret_company_id_endpoint_id_fkey"
    FOREIGN KEY ("company_id", "endpoint_id") REFERENCES "programs"."webhook_endpoint"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- 4. Row-level security, as on every table that carries a company.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['webhook_endpoint', 'webhook_secret', 'webhook_record'] LOOP
    EXECUTE format('ALTER TABLE programs.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE programs.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY tenant ON programs.%I TO teei_programs USING (company_id = nullif(current_setting(''app.company_id'', true), '''')::uuid)',
      name);
  END LOOP;
END $$;

-- 5. Who sent a webhook is not known before its signature is checked, and which company has deliveries waiting not before they are
-- looked for. The role that does both reads sealed secrets and due times of all companies: no name, no body, and it writes nothing.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'teei_intake') THEN
    CREATE ROLE teei_intake NOLOGIN NOSUPERUSER NOBYPASSRLS;
  END IF;
  GRANT teei_intake TO CURRENT_USER;
END $$;
GRANT USAGE ON SCHEMA programs TO teei_intake;
GRANT SELECT (id, company_id, source, signature, sender_company_id, created_at, disabled_at) ON programs.webhook_endpoint TO teei_intake;
GRANT SELECT (id, company_id, endpoint_id, sealed, created_at, expires_at) ON programs.webhook_secret TO teei_intake;
GRANT SELECT (company_id, status, next_attempt_at) ON programs.webhook_delivery TO teei_intake;
CREATE POLICY intake_reads ON programs.webhook_endpoint FOR SELECT TO teei_intake USING (true);
CREATE POLICY intake_reads ON programs.webhook_secret FOR SELECT TO teei_intake USING (true);
CREATE POLICY intake_reads ON programs.webhook_delivery FOR SELECT TO teei_intake USING (true);

-- 6. Values that code must never write.
ALTER TABLE programs.webhook_endpoint ADD CONSTRAINT webhook_endpoint_signature CHECK (signature IN ('STANDARD', 'PLAIN'));
ALTER TABLE programs.webhook_delivery ADD CONSTRAINT webhook_delivery_status
  CHECK (status IN ('PROCESSED', 'RECEIVED', 'RETRYING', 'UNRECOGNISED', 'DEAD'));
