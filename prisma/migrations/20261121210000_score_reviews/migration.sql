-- What people say of scores that the model was unsure of, and of a random sample of the others.
CREATE TABLE "outcomes"."score_review" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "score_id" UUID NOT NULL,
    "source_kind" TEXT NOT NULL,
    "source_id" UUID NOT NULL,
    "dimension" TEXT NOT NULL,
    "scored" TEXT NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "model_version" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "reviewed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "score_review_pkey" PRIMARY KEY ("company_id","id")
);
CREATE UNIQUE INDEX "score_review_company_id_score_id_actor_key" ON "outcomes"."score_review"("company_id", "score_id", "actor");

ALTER TABLE outcomes.score_review ENABLE ROW LEVEL SECURITY;
ALTER TABLE outcomes.score_review FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON outcomes.score_review TO teei_outcomes USING (company_id = nullif(current_setting('app.company_id', true), '')::uuid);
REVOKE UPDATE ON outcomes.score_review FROM teei_outcomes;

ALTER TABLE outcomes.score_review ADD CONSTRAINT score_review_source_kind CHECK (source_kind IN ('SESSION_FEEDBACK', 'BUDDY_FEEDBACK', 'BUDDY_CHECK_IN'));
ALTER TABLE outcomes.score_review ADD CONSTRAINT score_review_dimension CHECK (dimension IN ('confidence', 'belonging', 'lang_level_proxy', 'job_readiness'));
ALTER TABLE outcomes.score_review ADD CONSTRAINT score_review_scored CHECK (scored IN ('gain', 'setback', 'mixed'));
ALTER TABLE outcomes.score_review ADD CONSTRAINT score_review_label CHECK (label IN ('GAIN', 'SETBACK', 'MIXED', 'NONE'));
