-- Texts beside session feedback are scored, and every text is screened for safety.

-- 1. Where a text stands. Sessions stay a column of their own, since lists lead from them to what was said. Whoever migrates owns the
-- tables and need not be a superuser, so the policies are lifted for the time of this transaction.
ALTER TABLE "outcomes"."outcome_score" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "outcomes"."evidence" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "outcomes"."outcome_score"
    ADD COLUMN "source_kind" TEXT NOT NULL DEFAULT 'SESSION_FEEDBACK',
    ADD COLUMN "source_id" UUID;
UPDATE "outcomes"."outcome_score" SET "source_id" = "session_id";
ALTER TABLE "outcomes"."outcome_score" ALTER COLUMN "source_id" SET NOT NULL, ALTER COLUMN "session_id" DROP NOT NULL;
ALTER TABLE "outcomes"."outcome_score" RENAME COLUMN "session_revision" TO "source_revision";
CREATE UNIQUE INDEX "outcome_score_company_id_source_id_dimension_key" ON "outcomes"."outcome_score"("company_id", "source_id", "dimension");

ALTER TABLE "outcomes"."evidence"
    ADD COLUMN "source_kind" TEXT NOT NULL DEFAULT 'SESSION_FEEDBACK',
    ADD COLUMN "source_id" UUID;
UPDATE "outcomes"."evidence" SET "source_id" = "session_id";
ALTER TABLE "outcomes"."evidence" ALTER COLUMN "source_id" SET NOT NULL, ALTER COLUMN "session_id" DROP NOT NULL;

ALTER TABLE "outcomes"."scored_text" RENAME COLUMN "session_id" TO "source_id";
ALTER TABLE "outcomes"."scored_text" ADD COLUMN "source_kind" TEXT NOT NULL DEFAULT 'SESSION_FEEDBACK';
ALTER TABLE "outcomes"."outcome_score" FORCE ROW LEVEL SECURITY;
ALTER TABLE "outcomes"."evidence" FORCE ROW LEVEL SECURITY;

-- 2. What the safety screen saw, and what people made of it.
CREATE TABLE "outcomes"."safety_flag" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "source_kind" TEXT NOT NULL,
    "source_id" UUID NOT NULL,
    "source_revision" INTEGER NOT NULL,
    "participant_id" UUID NOT NULL,
    "author" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "screen_version" TEXT NOT NULL,
    "snippet" TEXT,
    "hash" TEXT NOT NULL,
    "span_start" INTEGER NOT NULL,
    "span_end" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'OPEN',
    "observed_at" TIMESTAMPTZ(3) NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "safety_flag_pkey" PRIMARY KEY ("company_id","id")
);
CREATE UNIQUE INDEX "safety_flag_company_id_source_id_category_hash_key" ON "outcomes"."safety_flag"("company_id", "source_id", "category", "hash");
CREATE INDEX "safety_flag_company_id_status_raised_at_id_idx" ON "outcomes"."safety_flag"("company_id", "status", "raised_at" DESC, "id");

CREATE TABLE "outcomes"."safety_review" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "flag_id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "note" TEXT,
    "actor" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "safety_review_pkey" PRIMARY KEY ("company_id","id")
);
CREATE INDEX "safety_review_company_id_flag_id_made_at_idx" ON "outcomes"."safety_review"("company_id", "flag_id", "made_at");
ALTER TABLE "outcomes"."safety_review" ADD CONSTRAINT "safety_review_company_id_flag_id_fkey"
    FOREIGN KEY ("company_id", "flag_id") REFERENCES "outcomes"."safety_flag"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- 3. Row-level security, as on every table that carries a company. What was decided is not rewritten.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['safety_flag', 'safety_review'] LOOP
    EXECUTE format('ALTER TABLE outcomes.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE outcomes.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY tenant ON outcomes.%I TO teei_outcomes USING (company_id = nullif(current_setting(''app.company_id'', true), '''')::uuid)',
      name);
  END LOOP;
END $$;
REVOKE UPDATE ON outcomes.safety_review FROM teei_outcomes;

-- 4. Values that code must never write.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['outcome_score', 'evidence', 'scored_text', 'safety_flag'] LOOP
    EXECUTE format(
      'ALTER TABLE outcomes.%I ADD CONSTRAINT %I CHECK (source_kind IN (''SESSION_FEEDBACK'', ''BUDDY_FEEDBACK'', ''BUDDY_CHECK_IN''))',
      name, name || '_source_kind');
  END LOOP;
  FOREACH name IN ARRAY ARRAY['outcome_score', 'evidence'] LOOP
    EXECUTE format(
      'ALTER TABLE outcomes.%I ADD CONSTRAINT %I CHECK ((session_id IS NOT NULL) = (source_kind = ''SESSION_FEEDBACK''))',
      name, name || '_session');
  END LOOP;
END $$;
ALTER TABLE outcomes.safety_flag ADD CONSTRAINT safety_flag_author CHECK (author IN ('PARTICIPANT', 'VOLUNTEER'));
ALTER TABLE outcomes.safety_flag ADD CONSTRAINT safety_flag_category CHECK (category IN
  ('SELF_HARM', 'THREAT', 'HATE', 'PROFANITY', 'SPAM', 'CONTACT_DETAILS', 'PROMPT_INJECTION'));
ALTER TABLE outcomes.safety_flag ADD CONSTRAINT safety_flag_severity CHECK (severity IN ('LOW', 'MEDIUM', 'HIGH', 'URGENT'));
ALTER TABLE outcomes.safety_flag ADD CONSTRAINT safety_flag_status CHECK (status IN ('OPEN', 'UPHELD', 'DISMISSED', 'APPEALED', 'WITHDRAWN'));
ALTER TABLE outcomes.safety_review ADD CONSTRAINT safety_review_act CHECK (act IN ('UPHELD', 'DISMISSED', 'APPEALED'));
