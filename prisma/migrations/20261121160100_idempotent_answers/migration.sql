-- Answers to mutations that were sent with an idempotency key, for a day.
CREATE TABLE "identity"."idempotent_answer" (
    "company_id" UUID NOT NULL,
    "actor" TEXT NOT NULL,
    "key_hash" TEXT NOT NULL,
    "input" TEXT NOT NULL,
    "answer" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ends_by" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotent_answer_pkey" PRIMARY KEY ("company_id","actor","key_hash")
);
CREATE INDEX "idempotent_answer_expires_at_idx" ON "identity"."idempotent_answer"("expires_at");

-- The router sees the answers of the company that it works for; the relay takes away what has expired, and reads none of it.
ALTER TABLE identity.idempotent_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity.idempotent_answer FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON identity.idempotent_answer TO teei_identity
  USING (company_id = nullif(current_setting('app.company_id', true), '')::uuid);
GRANT DELETE ON identity.idempotent_answer TO teei_relay;
GRANT SELECT ("company_id", "actor", "key_hash", "expires_at") ON identity.idempotent_answer TO teei_relay;
CREATE POLICY relay_clears ON identity.idempotent_answer TO teei_relay USING (expires_at < now());
