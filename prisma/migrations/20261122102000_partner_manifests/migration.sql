-- The operations that a company has registered for its API keys, in versions, and how often keys call them.
CREATE TABLE "profile"."partner_manifest" (
    "company_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "operation_count" INTEGER NOT NULL,
    "uploaded_by" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "activated_by" TEXT,
    "activated_at" TIMESTAMPTZ(3),
    "replaced_at" TIMESTAMPTZ(3),

    CONSTRAINT "partner_manifest_pkey" PRIMARY KEY ("company_id","id")
);

CREATE TABLE "profile"."partner_operation" (
    "company_id" UUID NOT NULL,
    "manifest_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "partner_operation_pkey" PRIMARY KEY ("company_id","manifest_id","hash")
);

-- What one router process has counted of one operation in one day. It writes its own count whole, so writing it twice counts nothing twice.
CREATE TABLE "profile"."operation_usage" (
    "company_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "hash" TEXT NOT NULL,
    "counter_id" UUID NOT NULL,
    "calls" BIGINT NOT NULL,
    "errors" BIGINT NOT NULL,
    "unknown_calls" BIGINT NOT NULL,
    "last_called_at" TIMESTAMPTZ(3) NOT NULL,
    "last_api_key_id" UUID NOT NULL,

    CONSTRAINT "operation_usage_pkey" PRIMARY KEY ("company_id","day","hash","counter_id")
);

CREATE INDEX "partner_manifest_company_id_version_idx" ON "profile"."partner_manifest"("company_id", "version");
CREATE INDEX "operation_usage_company_id_hash_day_idx" ON "profile"."operation_usage"("company_id", "hash", "day");
CREATE INDEX "operation_usage_day_idx" ON "profile"."operation_usage"("day");
-- One is active at most.
CREATE UNIQUE INDEX partner_manifest_active ON profile.partner_manifest (company_id) WHERE state = 'ACTIVE';

ALTER TABLE "profile"."partner_manifest" ADD CONSTRAINT "partner_manifest_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "profile"."company"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "profile"."partner_operation" ADD CONSTRAINT "partner_operation_company_id_manifest_id_fkey" FOREIGN KEY ("company_id", "manifest_id") REFERENCES "profile"."partner_manifest"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "profile"."operation_usage" ADD CONSTRAINT "operation_usage_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "profile"."company"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE profile.partner_manifest ADD CONSTRAINT partner_manifest_state CHECK (state IN ('UPLOADED', 'ACTIVE', 'REPLACED'));
ALTER TABLE profile.partner_operation ADD CONSTRAINT partner_operation_kind CHECK (kind IN ('QUERY', 'MUTATION', 'SUBSCRIPTION'));

ALTER TABLE profile.partner_manifest ENABLE ROW LEVEL SECURITY;
ALTER TABLE profile.partner_manifest FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON profile.partner_manifest TO teei_profile
  USING (company_id = nullif(current_setting('app.company_id', true), '')::uuid);
ALTER TABLE profile.partner_operation ENABLE ROW LEVEL SECURITY;
ALTER TABLE profile.partner_operation FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON profile.partner_operation TO teei_profile
  USING (company_id = nullif(current_setting('app.company_id', true), '')::uuid);
ALTER TABLE profile.operation_usage ENABLE ROW LEVEL SECURITY;
ALTER TABLE profile.operation_usage FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON profile.operation_usage TO teei_profile
  USING (company_id = nullif(current_setting('app.company_id', true), '')::uuid);

-- The router looks up what a key may call, counts what it calls, and clears counts that are old.
GRANT SELECT (company_id, id, state) ON profile.partner_manifest TO teei_identity;
CREATE POLICY identity_reads ON profile.partner_manifest FOR SELECT TO teei_identity USING (true);
GRANT SELECT (company_id, manifest_id, hash, body) ON profile.partner_operation TO teei_identity;
CREATE POLICY identity_reads ON profile.partner_operation FOR SELECT TO teei_identity USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON profile.operation_usage TO teei_identity;
CREATE POLICY identity_counts ON profile.operation_usage TO teei_identity USING (true) WITH CHECK (true);
