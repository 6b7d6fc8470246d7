-- How a model did on texts whose answers are known, and what it answered: two evaluations are compared text by text, also when the
-- model of one of them is no longer here. Of the texts there is a hash or the id of a score, never a word.
CREATE TABLE "outcomes"."model_evaluation" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "model_version" TEXT NOT NULL,
    "dataset" TEXT NOT NULL,
    "texts" INTEGER NOT NULL,
    "accepted" BOOLEAN,
    "figures" JSONB NOT NULL,
    "judgements" JSONB NOT NULL,
    "evaluated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "model_evaluation_pkey" PRIMARY KEY ("company_id","id")
);
CREATE INDEX "model_evaluation_company_id_evaluated_at_id_idx" ON "outcomes"."model_evaluation"("company_id", "evaluated_at" DESC, "id");

ALTER TABLE outcomes.model_evaluation ENABLE ROW LEVEL SECURITY;
ALTER TABLE outcomes.model_evaluation FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON outcomes.model_evaluation TO teei_outcomes USING (company_id = nullif(current_setting('app.company_id', true), '')::uuid);
REVOKE UPDATE ON outcomes.model_evaluation FROM teei_outcomes;

ALTER TABLE outcomes.model_evaluation ADD CONSTRAINT model_evaluation_dataset CHECK (dataset IN ('FROZEN', 'DEV', 'GOLDEN'));
