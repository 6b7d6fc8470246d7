-- Which models beyond the local one a company has chosen, and what it may cost. No row: none.
CREATE TABLE "outcomes"."remote_setting" (
    "company_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "models" TEXT[],
    "limit_micros" BIGINT NOT NULL,
    "at_limit" TEXT NOT NULL,
    "cheaper_model" TEXT,
    "cheaper_micros" BIGINT NOT NULL,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "remote_setting_pkey" PRIMARY KEY ("company_id")
);

-- What a company has spent on models in a month, and what is held back for calls under way. Millionths of a US dollar.
CREATE TABLE "outcomes"."model_month" (
    "company_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "spent_micros" BIGINT NOT NULL DEFAULT 0,
    "reserved_micros" BIGINT NOT NULL DEFAULT 0,
    "warned_80_at" TIMESTAMPTZ(3),
    "warned_90_at" TIMESTAMPTZ(3),
    "warned_100_at" TIMESTAMPTZ(3),

    CONSTRAINT "model_month_pkey" PRIMARY KEY ("company_id","month")
);

-- Each text that was to be read by a remote model: what became of it and what it cost. A call that is tried again is another line.
CREATE TABLE "outcomes"."model_call" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "purpose" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "prompt_version" TEXT NOT NULL,
    "source_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "called" BOOLEAN NOT NULL,
    "reserved_micros" BIGINT NOT NULL DEFAULT 0,
    "input_tokens" INTEGER,
    "output_tokens" INTEGER,
    "cost_micros" BIGINT NOT NULL DEFAULT 0,
    "priced_on" DATE NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "model_call_pkey" PRIMARY KEY ("company_id","id")
);
CREATE INDEX "model_call_company_id_started_at_id_idx" ON "outcomes"."model_call"("company_id", "started_at" DESC, "id" DESC);
CREATE INDEX "model_call_company_id_source_id_idx" ON "outcomes"."model_call"("company_id", "source_id");

-- What a remote model answered to a redacted text, so that the same question is not paid twice. No words, only scores and clause numbers.
CREATE TABLE "outcomes"."model_answer" (
    "company_id" UUID NOT NULL,
    "model" TEXT NOT NULL,
    "prompt_version" TEXT NOT NULL,
    "text_hash" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "model_answer_pkey" PRIMARY KEY ("company_id","model","prompt_version","text_hash")
);

-- Which remote model read the text after the local one had; null where the local one's scores stand.
ALTER TABLE "outcomes"."scored_text" ADD COLUMN "remote_version" TEXT;

DO $$
DECLARE
  tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY['remote_setting', 'model_month', 'model_call', 'model_answer'] LOOP
    EXECUTE format('ALTER TABLE outcomes.%I ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format('ALTER TABLE outcomes.%I FORCE ROW LEVEL SECURITY', tab);
    EXECUTE format(
      'CREATE POLICY tenant ON outcomes.%I TO teei_outcomes USING (company_id = nullif(current_setting(''app.company_id'', true), '''')::uuid)', tab);
  END LOOP;
END $$;

-- What was spent is not taken back out of the books.
REVOKE DELETE ON outcomes.model_month, outcomes.model_call FROM teei_outcomes;

ALTER TABLE outcomes.remote_setting ADD CONSTRAINT remote_setting_at_limit CHECK (at_limit IN ('LOCAL', 'CHEAPER'));
ALTER TABLE outcomes.remote_setting ADD CONSTRAINT remote_setting_micros CHECK (limit_micros >= 0 AND cheaper_micros >= 0);
ALTER TABLE outcomes.model_month ADD CONSTRAINT model_month_micros CHECK (spent_micros >= 0 AND reserved_micros >= 0);
ALTER TABLE outcomes.model_call ADD CONSTRAINT model_call_purpose CHECK (purpose IN ('Q2Q'));
ALTER TABLE outcomes.model_call ADD CONSTRAINT model_call_outcome CHECK (outcome IN ('READ', 'PENDING', 'CACHED', 'SHIELDED', 'PERSONAL_DATA',
  'OVER_BUDGET', 'NO_KEY', 'THROTTLED', 'UNAVAILABLE', 'TIMED_OUT', 'REJECTED', 'TRUNCATED', 'MALFORMED', 'HOSTILE', 'LOST'));
